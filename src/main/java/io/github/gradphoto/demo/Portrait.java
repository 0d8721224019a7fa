package io.github.gradphoto.demo;

import java.util.Set;

/**
 * An invented person before a camera.
 *
 * @param seed       who it is: the same seed is the same face at every age
 * @param age        years, 16 to 70; with the seed it also chooses the clothes
 * @param background behind the person
 * @param flaws      what is wrong with the photo; empty for one that meets the specification
 */
public record Portrait(long seed, int age, boolean female, Background background, Set<Flaw> flaws) {

    /** @throws IllegalArgumentException an age outside 16 to 70 */
    public Portrait {
        if (age < 16 || age > 70) {
            throw new IllegalArgumentException("age must be 16 to 70, not " + age);
        }
        flaws = Set.copyOf(flaws);
    }

    /** The same person some years earlier, in other clothes, without a flaw: the photo of the admission (录取照片). */
    public Portrait admission(int yearsEarlier) {
        return new Portrait(seed, Math.max(16, age - yearsEarlier), female, Background.LIGHT_BLUE, Set.of());
    }

    boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }
}
