package io.github.gradphoto.measure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.function.IntConsumer;

/** Parts of a face in the 480×640 picture, by the points of the canonical mesh. Right and left are the person's. */
final class FaceParts {

    private static final int[] OVAL = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
        150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };
    private static final int RIGHT_CHEEK = 50;
    private static final int LEFT_CHEEK = 280;
    private static final int RIGHT_SIDE = 234;
    private static final int LEFT_SIDE = 454;
    private static final double CHEEK = 0.08; // radius, of the face's width

    private final FaceMesh mesh;
    private final BufferedImage framed;

    FaceParts(FaceMesh mesh, BufferedImage framed) {
        this.mesh = mesh;
        this.framed = framed;
    }

    Shape oval() {
        return polygon(OVAL);
    }

    Shape rightCheek() {
        return cheek(RIGHT_CHEEK);
    }

    Shape leftCheek() {
        return cheek(LEFT_CHEEK);
    }

    /** Between both sides of the head, in px. */
    double width() {
        return mesh.point(RIGHT_SIDE).distance(mesh.point(LEFT_SIDE));
    }

    /** The colour of the skin: the middle one of both cheeks, where there is neither hair nor beard nor glasses. */
    Lab skin() {
        var cheeks = new Colours();
        each(rightCheek(), cheeks::add);
        each(leftCheek(), cheeks::add);
        return Lab.of(cheeks.count() == 0 ? 0 : cheeks.median());
    }

    private Shape cheek(int index) {
        double radius = CHEEK * width();
        Point2D middle = mesh.point(index);
        return new Ellipse2D.Double(middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    }

    Shape polygon(int[] points) {
        var path = new Path2D.Double();
        for (int point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(mesh.x()[point], mesh.y()[point]);
            } else {
                path.lineTo(mesh.x()[point], mesh.y()[point]);
            }
        }
        path.closePath();
        return path;
    }

    /** Every px of a shape that lies in the picture, as RGB. */
    void each(Shape shape, IntConsumer px) {
        var bounds = shape.getBounds();
        for (int y = Math.max(0, bounds.y); y < Math.min(framed.getHeight(), bounds.y + bounds.height); y++) {
            for (int x = Math.max(0, bounds.x); x < Math.min(framed.getWidth(), bounds.x + bounds.width); x++) {
                if (shape.contains(x + 0.5, y + 0.5)) {
                    px.accept(framed.getRGB(x, y));
                }
            }
        }
    }
}
