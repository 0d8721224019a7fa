package io.github.gradphoto.measure;

/**
 * The photo the registry gets: 480×640 px, 300 dpi, 24-bit JPEG.
 *
 * @param jpeg       the file
 * @param quality    JPEG quality factor, 60 to 95
 * @param cropWidth  px of the original, full-size picture that became 480
 * @param cropHeight px of the original, full-size picture that became 640
 */
public record StandardPhoto(byte[] jpeg, int quality, int cropWidth, int cropHeight) {}
