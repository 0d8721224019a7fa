package io.github.gradphoto.measure.models;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A part of a picture as a model wants it: {@code width × height} px of the picture around a centre, turned by an angle,
 * drawn at {@code side × side} px. What lies outside the picture is black.
 */
final class Cut {

    private final double centreX;
    private final double centreY;
    private final double width;
    private final double height;
    private final double angle;
    private final int side;

    /** @param angle in radians, clockwise on the screen */
    Cut(double centreX, double centreY, double width, double height, double angle, int side) {
        this.centreX = centreX;
        this.centreY = centreY;
        this.width = width;
        this.height = height;
        this.angle = angle;
        this.side = side;
    }

    /** The whole picture in the middle of a square. */
    static Cut letterbox(double x, double y, double width, double height, int side) {
        double longer = Math.max(width, height);
        return new Cut(x + width / 2, y + height / 2, longer, longer, 0, side);
    }

    /** From fractions of the cut (0 to 1) to px of the picture. */
    AffineTransform toPicture() {
        var transform = AffineTransform.getTranslateInstance(centreX, centreY);
        transform.rotate(angle);
        transform.scale(width, height);
        transform.translate(-0.5, -0.5);
        return transform;
    }

    double width() {
        return width;
    }

    double angle() {
        return angle;
    }

    /** First reduced by areas, so that nothing is lost to sampling, then turned. */
    Mat from(BufferedImage picture) {
        double radius = Math.hypot(width, height) / 2;
        boolean turned = Math.abs(angle) > 1e-6;
        double halfWide = turned ? radius : width / 2;
        double halfHigh = turned ? radius : height / 2;
        int left = (int) Math.max(0, Math.floor(centreX - halfWide));
        int top = (int) Math.max(0, Math.floor(centreY - halfHigh));
        int right = (int) Math.min(picture.getWidth(), Math.ceil(centreX + halfWide));
        int bottom = (int) Math.min(picture.getHeight(), Math.ceil(centreY + halfHigh));
        if (right <= left || bottom <= top) {
            return new Mat(side, side, opencv_core.CV_8UC3, Scalar.BLACK);
        }
        double reduceX = Math.min(1, side * (turned ? 2 : 1) / width);
        double reduceY = Math.min(1, side * (turned ? 2 : 1) / height);
        Mat small = reduced(picture, new Rect(left, top, right - left, bottom - top), reduceX, reduceY);
        double scaleX = small.cols() / (double) (right - left);
        double scaleY = small.rows() / (double) (bottom - top);

        // fractions of the cut to px of the small part
        var toSmall = AffineTransform.getScaleInstance(scaleX, scaleY);
        toSmall.translate(-left, -top);
        toSmall.concatenate(toPicture());
        toSmall.scale(1.0 / side, 1.0 / side);
        Point2D zero = toSmall.transform(new Point2D.Double(0.5, 0.5), null);
        double[] matrix = {
            toSmall.getScaleX(), toSmall.getShearX(), zero.getX() - 0.5,
            toSmall.getShearY(), toSmall.getScaleY(), zero.getY() - 0.5
        };
        Mat map = new Mat(2, 3, opencv_core.CV_64F);
        new DoublePointer(map.data()).put(matrix);
        Mat drawn = new Mat();
        opencv_imgproc.warpAffine(
                small,
                drawn,
                map,
                new Size(side, side),
                opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
                opencv_core.BORDER_CONSTANT,
                Scalar.BLACK);
        return drawn;
    }

    /** The whole picture, its longer side at most {@code longest} px. */
    static BufferedImage reduced(BufferedImage picture, int longest) {
        double scale = longest / (double) Math.max(picture.getWidth(), picture.getHeight());
        if (scale >= 1) {
            return picture;
        }
        try (Mat small = reduced(picture, new Rect(0, 0, picture.getWidth(), picture.getHeight()), scale, scale)) {
            var result = new BufferedImage(small.cols(), small.rows(), BufferedImage.TYPE_3BYTE_BGR);
            small.data().get(((DataBufferByte) result.getRaster().getDataBuffer()).getData());
            return result;
        }
    }

    private static Mat reduced(BufferedImage picture, Rect part, double x, double y) {
        byte[] data = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        int rowBytes = 3 * part.width();
        byte[] rows = new byte[rowBytes * part.height()];
        for (int row = 0; row < part.height(); row++) {
            System.arraycopy(
                    data, 3 * ((part.y() + row) * picture.getWidth() + part.x()), rows, row * rowBytes, rowBytes);
        }
        Mat whole = new Mat(part.height(), part.width(), opencv_core.CV_8UC3, new BytePointer(rows));
        Mat small = new Mat();
        opencv_imgproc.resize(
                whole,
                small,
                new Size(Math.max(1, (int) Math.round(part.width() * x)), Math.max(1, (int)
                        Math.round(part.height() * y))),
                0,
                0,
                opencv_imgproc.INTER_AREA);
        return small;
    }
}
