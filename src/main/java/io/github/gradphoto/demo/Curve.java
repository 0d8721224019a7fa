package io.github.gradphoto.demo;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** A smooth line through points (Catmull-Rom), which can be walked from 0 to 1. */
final class Curve {

    private static final int STEPS = 16;

    private final List<Point2D> points = new ArrayList<>();

    /** @param xy x and y of each point in turn */
    Curve(double... xy) {
        int n = xy.length / 2;
        for (int i = 0; i < n - 1; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(n - 1, i + 2);
            for (int s = 0; s < STEPS; s++) {
                double t = s / (double) STEPS;
                points.add(new Point2D.Double(
                        spline(xy[2 * before], xy[2 * i], xy[2 * i + 2], xy[2 * after], t),
                        spline(xy[2 * before + 1], xy[2 * i + 1], xy[2 * i + 3], xy[2 * after + 1], t)));
            }
        }
        points.add(new Point2D.Double(xy[2 * n - 2], xy[2 * n - 1]));
    }

    private static double spline(double a, double b, double c, double d, double t) {
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }

    Point2D at(double share) {
        double place = Math.max(0, Math.min(1, share)) * (points.size() - 1);
        int i = Math.min(points.size() - 2, (int) place);
        Point2D p = points.get(i);
        Point2D q = points.get(i + 1);
        double t = place - i;
        return new Point2D.Double(p.getX() + (q.getX() - p.getX()) * t, p.getY() + (q.getY() - p.getY()) * t);
    }

    Path2D path() {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        points.forEach(p -> path.lineTo(p.getX(), p.getY()));
        return path;
    }

    /** The area between this line and another that runs the same way. */
    Path2D to(Curve other) {
        Path2D path = path();
        for (int i = other.points.size() - 1; i >= 0; i--) {
            path.lineTo(other.points.get(i).getX(), other.points.get(i).getY());
        }
        path.closePath();
        return path;
    }

    Path2D closed() {
        Path2D path = path();
        path.closePath();
        return path;
    }

    static Path2D closed(double... xy) {
        return new Curve(xy).closed();
    }

    static Shape oval(double x, double y, double halfWidth, double halfHeight) {
        return new Ellipse2D.Double(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight);
    }
}
