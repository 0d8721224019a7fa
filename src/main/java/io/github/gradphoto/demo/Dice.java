package io.github.gradphoto.demo;

import java.awt.Color;
import java.util.SplittableRandom;

/** Choices that depend on the seed and a topic only, so that a change in one feature leaves the others alone. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, String topic) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ (long) topic.hashCode() << 17);
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Sum of uniforms: close enough to a bell of the given width. */
    double bell(double width) {
        return (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2 * width;
    }

    Color colour(Color... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
