package io.github.gradphoto.measure;

import java.awt.geom.Point2D;

/**
 * The 468 landmarks of MediaPipe's canonical face, in px of a picture; z, in px too, grows away from the camera.
 *
 * @param x     468 values
 * @param y     468 values
 * @param z     468 values, relative to the head's middle
 * @param score how sure the model is that there is a face, 0 to 1
 */
public record FaceMesh(float[] x, float[] y, float[] z, double score) {

    public static final int POINTS = 468;

    public Point2D point(int index) {
        return new Point2D.Double(x[index], y[index]);
    }

    /** The same landmarks in the px of a part that lies at {@code left, top} and is drawn {@code scale} times as large. */
    FaceMesh in(double left, double top, double scale) {
        float[] nx = new float[POINTS];
        float[] ny = new float[POINTS];
        float[] nz = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            nx[i] = (float) ((x[i] - left) * scale);
            ny[i] = (float) ((y[i] - top) * scale);
            nz[i] = (float) (z[i] * scale);
        }
        return new FaceMesh(nx, ny, nz, score);
    }
}
