package io.github.gradphoto.measure;

/**
 * How much of the clothes is blue or green (通知: 不得着蓝色或绿色的衣服), as shares of what is seen of the person below the chin
 * and has not the colour of the face's skin. Known errors: see {@link Measure}; a navy so dark that it has hardly any colour
 * passes, grey cloth in a blue light does not, and only the reviewer knows a print on white from blue cloth.
 */
final class ClothesMeter implements Meter {

    private static final int CHIN = 152;
    /** Where the model is sure of the person. */
    private static final double PERSON = 0.8;

    private static final double LEAST_PX = 2000;

    /** Less chroma than this is grey to the eye; navy shows its colour with less. */
    private static final double COLOURED = 11;

    private static final double COLOURED_DARK = 9;
    private static final double DARK = 30;

    private static final double GREEN_FROM = 120;
    private static final double BLUE_FROM = 205;
    private static final double BLUE_TO = 309;

    @Override
    public void read(Subject subject, Readings into) {
        if (subject.mesh().isEmpty() || subject.person().isEmpty()) {
            return;
        }
        var framed = subject.framed();
        var mesh = subject.mesh().get();
        var person = subject.person().get();
        var face = new FaceParts(mesh, framed);
        var skin = face.skin();
        int below = (int) Math.max(0, mesh.y()[CHIN] + 0.1 * face.width());
        int cloth = 0;
        int blue = 0;
        int green = 0;
        for (int y = below; y < framed.getHeight(); y += 2) {
            for (int x = 0; x < framed.getWidth(); x += 2) {
                if (person.at(x, y) < PERSON) {
                    continue;
                }
                var colour = Lab.of(framed.getRGB(x, y));
                if (colour.isLikeSkin(skin)) {
                    continue;
                }
                cloth++;
                double hue = colour.hue();
                green += hue >= GREEN_FROM && hue < BLUE_FROM && colour.chroma() > COLOURED ? 1 : 0;
                blue += hue >= BLUE_FROM && hue < BLUE_TO && colour.chroma() > blueFrom(colour) ? 1 : 0;
            }
        }
        if (4 * cloth >= LEAST_PX) {
            into.put(Measure.CLOTHES_BLUE_SHARE, blue / (double) cloth);
            into.put(Measure.CLOTHES_GREEN_SHARE, green / (double) cloth);
        }
    }

    private static double blueFrom(Lab colour) {
        return colour.l() < DARK ? COLOURED_DARK : COLOURED;
    }
}
