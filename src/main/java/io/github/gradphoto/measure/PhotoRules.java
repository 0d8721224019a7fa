package io.github.gradphoto.measure;

/** The decision table {@code photoCompliance}, wherever it is evaluated. */
public interface PhotoRules {

    PhotoVerdict photoCompliance(Measurements measured);
}
