package io.github.gradphoto.measure;

/**
 * Bare shoulders (通知: 不穿吊带背心): the share of what is seen of the person left and right of the neck, below the jaw, that
 * has the colour of the face's skin. Known errors: see {@link Measure}; cloth of the skin's colour reads as bare, and hair
 * over the shoulders hides them.
 */
final class ShoulderSkinMeter implements Meter {

    private static final int CHIN = 152;
    private static final double PERSON = 0.8;
    private static final double LEAST_PX = 2000;
    /** From the chin down, of the face's width. */
    private static final double FROM = 0.45;

    private static final double TO = 1.3;
    /** Half the neck and the opening that a shirt has, of the face's width. */
    private static final double NECK = 0.45;

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
        double width = face.width();
        double chinX = mesh.x()[CHIN];
        double chinY = mesh.y()[CHIN];
        int all = 0;
        int bare = 0;
        int to = (int) Math.min(framed.getHeight(), chinY + TO * width);
        for (int y = (int) Math.max(0, chinY + FROM * width); y < to; y += 2) {
            for (int x = 0; x < framed.getWidth(); x += 2) {
                if (Math.abs(x - chinX) < NECK * width || person.at(x, y) < PERSON) {
                    continue;
                }
                all++;
                bare += Lab.of(framed.getRGB(x, y)).isLikeSkin(skin) ? 1 : 0;
            }
        }
        if (4 * all >= LEAST_PX) {
            into.put(Measure.BARE_SHOULDERS, bare / (double) all);
        }
    }
}
