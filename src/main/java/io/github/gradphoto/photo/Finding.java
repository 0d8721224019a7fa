package io.github.gradphoto.photo;

/** One thing that the decision table said. @param number ties the sentence to the mark on the picture, from 1 */
public record Finding(int number, CheckReason reason, boolean refuses) {}
