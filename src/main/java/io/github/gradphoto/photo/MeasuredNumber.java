package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure;
import java.util.Comparator;
import java.util.Locale;

/**
 * One number of a photo, as it is shown: with its unit, what is allowed, and where it lies on a small bar.
 *
 * @param value null where it was not measured
 */
public record MeasuredNumber(Measure measure, Double value, AllowedRange range) {

    /** In the order in which a reviewer wants to see them. */
    public enum State {
        REFUSED,
        DOUBTFUL,
        NOT_MEASURED,
        FINE
    }

    static final Comparator<MeasuredNumber> WORST_FIRST =
            Comparator.comparing(MeasuredNumber::state).thenComparing(MeasuredNumber::measure);

    /** The bar shows this much more than the allowed range on either side, as a share of it. */
    private static final double MARGIN = 0.6;
    /** Length of the bar. */
    private static final double BAR = 100;

    public State state() {
        if (value == null) {
            return State.NOT_MEASURED;
        }
        return range.isRefused(value) ? State.REFUSED : range.isFine(value) ? State.FINE : State.DOUBTFUL;
    }

    public String text() {
        return value == null ? "—" : text(value) + unit();
    }

    /** 50–110 px, ≥ 480 px or ≤ 6°. */
    public String allowed() {
        var unit = unit();
        if (range.least() == null) {
            return "≤ " + text(range.most()) + unit;
        }
        if (range.most() == null) {
            return "≥ " + text(range.least()) + unit;
        }
        return range.least() == -range.most()
                ? "±" + text(range.most()) + unit
                : text(range.least()) + "–" + text(range.most()) + unit;
    }

    private String text(double number) {
        return switch (measure.unit()) {
            case SHARE -> decimals(number * 100, 0);
            case BYTES -> decimals(number / 1024, 0);
            case DEGREES, DELTA_E -> decimals(number, 1);
            case RATIO -> decimals(number, 2);
            default -> decimals(number, 0);
        };
    }

    private static String decimals(double number, int digits) {
        var text = String.format(Locale.ROOT, "%." + digits + "f", number);
        var short1 = text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
        return short1.equals("-0") ? "0" : short1.replace('-', '−');
    }

    private String unit() {
        return switch (measure.unit()) {
            case PX -> " px";
            case DEGREES -> "°";
            case SHARE -> " %";
            case BYTES -> " KB";
            case BITS -> " bit";
            default -> "";
        };
    }

    /** Where the allowed part of the bar begins, 0 to 100. */
    public double barFrom() {
        return range.least() == null ? 0 : onBar(range.least());
    }

    public double barLength() {
        return (range.most() == null ? BAR : onBar(range.most())) - barFrom();
    }

    /** Where the number lies on the bar, 0 to 100; at an end when it is farther out. */
    public double barAt() {
        return value == null ? 0 : onBar(value);
    }

    private double onBar(double number) {
        double low = low();
        double share = (number - low) / (high() - low);
        return Math.round(Math.max(0, Math.min(1, share)) * BAR * 10) / 10.0;
    }

    private double low() {
        if (range.least() == null) {
            return Math.min(0, range.most() * 2);
        }
        return range.most() == null
                ? Math.min(0, range.least() * 2)
                : range.least() - MARGIN * (range.most() - range.least());
    }

    private double high() {
        if (range.most() == null) {
            return range.least() == 0 ? 1 : Math.abs(range.least()) * 2;
        }
        return range.least() == null
                ? range.most() == 0 ? 1 : Math.abs(range.most()) * 2
                : range.most() + MARGIN * (range.most() - range.least());
    }
}
