package io.github.gradphoto.measure;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Finds hair, eyes, cheeks and chin of a face in the whole picture. */
final class HeadFinder {

    private static final int RIGHT_CHEEK = 234;
    private static final int LEFT_CHEEK = 454;
    private static final int CHIN = 152;
    private static final int[] EYE_CORNERS = {33, 133, 362, 263};

    /** Part of the face's width that must be hair, so that a stray one does not count. */
    private static final double STRAND = 0.06;

    private final FaceModels models;
    private final PoseFinder pose = new PoseFinder();

    HeadFinder(FaceModels models) {
        this.models = models;
    }

    Head of(BufferedImage picture, FaceMesh mesh) {
        double left = mesh.x()[RIGHT_CHEEK];
        double right = mesh.x()[LEFT_CHEEK];
        double width = Math.hypot(right - left, mesh.y()[LEFT_CHEEK] - mesh.y()[RIGHT_CHEEK]);
        double middle = (left + right) / 2;
        double eyes = 0;
        for (int corner : EYE_CORNERS) {
            eyes += mesh.y()[corner] / EYE_CORNERS.length;
        }
        return new Head(hairTop(picture, middle, eyes, width), eyes, middle, width, mesh.y()[CHIN], pose.of(mesh));
    }

    /** The first row above the eyes, from the top, in which a person is seen over a strand's width; the top where none is free. */
    private double hairTop(BufferedImage picture, double middle, double eyes, double width) {
        var around = new Rectangle(
                        (int) Math.round(middle - 1.5 * width),
                        (int) Math.round(eyes - 1.9 * width),
                        (int) Math.round(3 * width),
                        (int) Math.round(3 * width))
                .intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
        var mask = models.person(picture, around);
        double step = width / 200;
        for (double y = 0; y < eyes - around.y; y += step) {
            double hair = 0;
            for (double x = -0.75 * width; x <= 0.75 * width; x += step) {
                hair += mask.at(middle + x - around.x, y) > 0.5 ? step : 0;
            }
            if (hair > STRAND * width) {
                return around.y + y;
            }
        }
        return around.y;
    }
}
