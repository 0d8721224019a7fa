package io.github.gradphoto.measure.models;

import io.github.gradphoto.measure.PersonMask;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** MediaPipe's selfie segmentation: for each of 256×256 cells how likely a person is there. */
final class PersonModel {

    private static final int SIDE = 256;

    private final Network network = new Network("person.tflite", SIDE);

    PersonMask of(BufferedImage picture, Rectangle part) {
        var cut = new Cut(part.getCenterX(), part.getCenterY(), part.width, part.height, 0, SIDE);
        float[] values = network.run(cut.from(picture), 0).get(SIDE * SIDE);
        float[][] cells = new float[SIDE][SIDE];
        for (int row = 0; row < SIDE; row++) {
            System.arraycopy(values, row * SIDE, cells[row], 0, SIDE);
        }
        return new PersonMask(part.width, part.height, cells);
    }
}
