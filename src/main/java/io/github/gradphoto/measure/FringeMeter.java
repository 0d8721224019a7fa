package io.github.gradphoto.measure;

/**
 * Hair over the brows (退回原因: 头发遮眉): the share of the band just above both brows that is much darker than the cheeks. The
 * brows themselves are left out, because they are dark anyway. Known errors: see {@link Measure}; a light fringe on light
 * skin is not found, the rim of thick glasses reads as hair.
 */
final class FringeMeter implements Meter {

    private static final int[] RIGHT_BROW = {70, 63, 105, 66, 107};
    private static final int[] LEFT_BROW = {336, 296, 334, 293, 300};
    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;
    /** The band above the brow's upper edge, of the face's height. */
    private static final double FROM = 0.015;

    private static final double TO = 0.075;
    /** Lightness below the skin's that is hair. */
    private static final double DARKER = 22;

    @Override
    public void read(Subject subject, Readings into) {
        subject.mesh().ifPresent(mesh -> {
            var face = new FaceParts(mesh, subject.framed());
            var skin = face.skin();
            double upX = mesh.x()[FOREHEAD] - mesh.x()[CHIN];
            double upY = mesh.y()[FOREHEAD] - mesh.y()[CHIN];
            int[] seen = new int[2];
            for (int[] brow : new int[][] {RIGHT_BROW, LEFT_BROW}) {
                var band = new java.awt.geom.Path2D.Double();
                for (int i = 0; i < brow.length; i++) {
                    double x = mesh.x()[brow[i]] + FROM * upX;
                    double y = mesh.y()[brow[i]] + FROM * upY;
                    if (i == 0) {
                        band.moveTo(x, y);
                    } else {
                        band.lineTo(x, y);
                    }
                }
                for (int i = brow.length - 1; i >= 0; i--) {
                    band.lineTo(mesh.x()[brow[i]] + TO * upX, mesh.y()[brow[i]] + TO * upY);
                }
                band.closePath();
                face.each(band, rgb -> {
                    seen[0]++;
                    seen[1] += Lab.of(rgb).l() < skin.l() - DARKER ? 1 : 0;
                });
            }
            if (seen[0] > 0) {
                into.put(Measure.FRINGE, seen[1] / (double) seen[0]);
            }
        });
    }
}
