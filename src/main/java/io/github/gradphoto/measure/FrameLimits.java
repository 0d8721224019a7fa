package io.github.gradphoto.measure;

/**
 * How far the frame may be moved so that hair top, eyes, face width and middle stay within the specification, as fractions
 * of the upright picture. For one width the limits of x and y are narrower than the widest ones given here: a page may let
 * the student move within these, the server then takes the nearest frame that is allowed.
 */
public record FrameLimits(double minX, double maxX, double minY, double maxY, double minWidth, double maxWidth) {}
