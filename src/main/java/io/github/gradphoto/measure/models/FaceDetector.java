package io.github.gradphoto.measure.models;

import io.github.gradphoto.measure.DetectedFace;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * One of MediaPipe's face detectors: for each anchor of a fixed grid a box, six key points and a score. The anchors follow
 * from the model: {@code grids} of side n with k anchors in each cell, all of size 1.
 */
final class FaceDetector {

    private static final int KEYS = 6;
    private static final int VALUES = 4 + 2 * KEYS;

    private final Network network;
    private final int side;
    private final double[][] anchors;

    private FaceDetector(String model, int side, int[][] grids) {
        network = new Network(model, side);
        this.side = side;
        List<double[]> centres = new ArrayList<>();
        for (int[] grid : grids) {
            for (int row = 0; row < grid[0]; row++) {
                for (int column = 0; column < grid[0]; column++) {
                    for (int k = 0; k < grid[1]; k++) {
                        centres.add(new double[] {(column + 0.5) / grid[0], (row + 0.5) / grid[0]});
                    }
                }
            }
        }
        anchors = centres.toArray(double[][]::new);
    }

    /** For faces near the camera, as in a selfie. */
    static FaceDetector shortRange() {
        return new FaceDetector("face-short-range.tflite", 128, new int[][] {{16, 2}, {8, 6}});
    }

    /** For small faces too. */
    static FaceDetector fullRange() {
        return new FaceDetector("face-full-range.tflite", 192, new int[][] {{48, 1}});
    }

    /** Every box with at least this score, one face several times, in px of the picture. */
    List<DetectedFace> detect(BufferedImage picture, Cut cut, double least) {
        var outputs = network.run(cut.from(picture), -1);
        float[] boxes = outputs.get(anchors.length * VALUES);
        float[] scores = outputs.get(anchors.length);
        var toPicture = cut.toPicture();
        List<DetectedFace> found = new ArrayList<>();
        for (int i = 0; i < anchors.length; i++) {
            double score = 1 / (1 + Math.exp(-scores[i]));
            if (score >= least) {
                found.add(face(boxes, i, score, toPicture));
            }
        }
        return found;
    }

    private DetectedFace face(float[] boxes, int i, double score, AffineTransform toPicture) {
        int at = i * VALUES;
        Point2D middle = toPicture.transform(point(boxes, at, i), null);
        double width = boxes[at + 2] / side * toPicture.getScaleX();
        double height = boxes[at + 3] / side * toPicture.getScaleY();
        List<Point2D> keys = new ArrayList<>();
        for (int k = 0; k < KEYS; k++) {
            keys.add(toPicture.transform(point(boxes, at + 4 + 2 * k, i), null));
        }
        return new DetectedFace(
                new Rectangle2D.Double(middle.getX() - width / 2, middle.getY() - height / 2, width, height),
                score,
                List.copyOf(keys));
    }

    private Point2D point(float[] boxes, int at, int i) {
        return new Point2D.Double(boxes[at] / side + anchors[i][0], boxes[at + 1] / side + anchors[i][1]);
    }
}
