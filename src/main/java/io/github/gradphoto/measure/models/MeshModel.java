package io.github.gradphoto.measure.models;

import io.github.gradphoto.measure.DetectedFace;
import io.github.gradphoto.measure.FaceMesh;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** MediaPipe's face mesh: 468 landmarks in a square around the face, turned so that the eyes are level. */
final class MeshModel {

    private static final int SIDE = 192;
    /** The model was trained on a square this much larger than the face. */
    private static final double MARGIN = 1.5;

    private static final int RIGHT_EYE_CORNER = 33;
    private static final int LEFT_EYE_CORNER = 263;

    private final Network network = new Network("face-mesh.tflite", SIDE);

    /** Looks twice: the second time around the landmarks of the first, which places them better than the detector's box. */
    FaceMesh of(BufferedImage picture, DetectedFace face) {
        var box = face.box();
        double angle = angle(face.leftEye(), face.rightEye());
        double side = MARGIN * Math.max(box.getWidth(), box.getHeight());
        var first = run(picture, new Cut(box.getCenterX(), box.getCenterY(), side, side, angle, SIDE));
        return run(picture, around(first));
    }

    private static Cut around(FaceMesh mesh) {
        double angle = angle(mesh.point(RIGHT_EYE_CORNER), mesh.point(LEFT_EYE_CORNER));
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double minU = Double.MAX_VALUE;
        double maxU = -Double.MAX_VALUE;
        double minV = Double.MAX_VALUE;
        double maxV = -Double.MAX_VALUE;
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            double u = mesh.x()[i] * cos + mesh.y()[i] * sin;
            double v = -mesh.x()[i] * sin + mesh.y()[i] * cos;
            minU = Math.min(minU, u);
            maxU = Math.max(maxU, u);
            minV = Math.min(minV, v);
            maxV = Math.max(maxV, v);
        }
        double u = (minU + maxU) / 2;
        double v = (minV + maxV) / 2;
        double side = MARGIN * Math.max(maxU - minU, maxV - minV);
        return new Cut(u * cos - v * sin, u * sin + v * cos, side, side, angle, SIDE);
    }

    private static double angle(Point2D from, Point2D to) {
        return Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
    }

    private FaceMesh run(BufferedImage picture, Cut cut) {
        var outputs = network.run(cut.from(picture), 0);
        float[] landmarks = outputs.get(3 * FaceMesh.POINTS);
        double score = 1 / (1 + Math.exp(-outputs.get(1)[0]));
        var toPicture = cut.toPicture();
        float[] x = new float[FaceMesh.POINTS];
        float[] y = new float[FaceMesh.POINTS];
        float[] z = new float[FaceMesh.POINTS];
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            Point2D place =
                    toPicture.transform(new Point2D.Double(landmarks[3 * i] / SIDE, landmarks[3 * i + 1] / SIDE), null);
            x[i] = (float) place.getX();
            y[i] = (float) place.getY();
            z[i] = (float) (landmarks[3 * i + 2] / SIDE * cut.width());
        }
        return new FaceMesh(x, y, z, score);
    }
}
