package io.github.gradphoto.photo;

/**
 * What the decision table asks of one number by itself. {@code null} is no bound.
 *
 * @param least     below it some row complains
 * @param most      above it some row complains
 * @param leastHard below it the photo is refused
 * @param mostHard  above it the photo is refused
 */
public record AllowedRange(Double least, Double most, Double leastHard, Double mostHard) {

    public boolean isFine(double value) {
        return inside(value, least, most);
    }

    public boolean isRefused(double value) {
        return !inside(value, leastHard, mostHard);
    }

    private static boolean inside(double value, Double from, Double to) {
        return (from == null || value >= from) && (to == null || value <= to);
    }
}
