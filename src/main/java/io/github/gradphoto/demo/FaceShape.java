package io.github.gradphoto.demo;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The outline of a head without hair. */
final class FaceShape {

    private FaceShape() {}

    static Path2D of(Looks looks) {
        double h = looks.half;
        double skull = looks.browY - looks.skullTop;
        List<double[]> right = new ArrayList<>();
        for (int degrees = 10; degrees <= 80; degrees += 14) {
            double a = Math.toRadians(degrees);
            right.add(new double[] {0.985 * h * Math.sin(a), looks.browY - 12 - (skull - 12) * Math.cos(a)});
        }
        right.add(new double[] {0.99 * h, looks.browY + 8});
        right.add(new double[] {h, looks.eyeY + 34});
        right.add(new double[] {(looks.female ? 0.945 : 0.965) * h, looks.noseY - 8});
        right.add(new double[] {looks.jaw * h, looks.mouthY + 4});
        double cornerX = (0.52 * looks.jaw + 0.48 * looks.chin) * h + (looks.female ? 2 : 9);
        right.add(new double[] {cornerX, looks.mouthY + 0.60 * (looks.chinY - looks.mouthY)});
        right.add(new double[] {looks.chin * h, looks.chinY - 13});
        List<double[]> all = new ArrayList<>();
        all.add(new double[] {0, looks.skullTop});
        all.addAll(right);
        all.add(new double[] {0, looks.chinY});
        for (int i = right.size() - 1; i >= 0; i--) {
            all.add(new double[] {-right.get(i)[0], right.get(i)[1]});
        }
        all.add(new double[] {0, looks.skullTop});
        return Curve.closed(all.stream().flatMapToDouble(Arrays::stream).toArray());
    }
}
