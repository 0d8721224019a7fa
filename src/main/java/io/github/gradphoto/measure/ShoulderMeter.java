package io.github.gradphoto.measure;

import java.util.Arrays;

/**
 * Slope from shoulder to shoulder in degrees, positive where the picture's right one is lower: the person's outline at the
 * same distances left and right of the face. Not measured where the outline does not fall away to both sides or the pairs do
 * not agree (long hair, a hand, a shoulder outside the picture). Known error: 4°.
 */
final class ShoulderMeter implements Meter {

    /** From the face's middle, as shares of its width. */
    private static final double[] OUT = {0.80, 0.86, 0.92, 0.98, 1.04};

    private static final double AGREE = 6;

    @Override
    public void read(Subject subject, Readings into) {
        if (subject.person().isEmpty() || subject.head().isEmpty()) {
            return;
        }
        var mask = subject.person().get();
        var place = new Readings();
        new PlaceMeter().read(subject, place);
        var numbers = place.done();
        double face = numbers.get(Measure.FACE_WIDTH).orElseThrow();
        double chin = numbers.get(Measure.CHIN).orElseThrow();
        double middle = numbers.get(Measure.CENTRING).orElseThrow() + StandardPhotoMaker.WIDTH / 2.0;
        double[] slopes = Arrays.stream(OUT)
                .map(out -> slope(mask, middle, out * face, chin - 0.3 * face))
                .toArray();
        double lowest = Arrays.stream(slopes).min().getAsDouble();
        double highest = Arrays.stream(slopes).max().getAsDouble();
        if (highest - lowest <= AGREE) { // false for NaN
            into.put(Measure.SHOULDER_SLOPE, Arrays.stream(slopes).sum() / slopes.length);
        }
    }

    private static double slope(PersonMask mask, double middle, double out, double from) {
        double left = top(mask, middle - out, from);
        double right = top(mask, middle + out, from);
        return Math.toDegrees(Math.atan2(right - left, 2 * out));
    }

    /** The shoulder's edge in one column; NaN where the column is outside, or there is a person from the start or never. */
    private static double top(PersonMask mask, double x, double from) {
        if (x < 0 || x >= mask.width() || mask.at(x, from) > 0.5) {
            return Double.NaN;
        }
        for (double y = from; y < mask.height(); y++) {
            if (mask.at(x, y) > 0.5) {
                return y;
            }
        }
        return Double.NaN;
    }
}
