package io.github.gradphoto.photo;

/**
 * The photo the registry gets: 480×640 px, 300 dpi, 24-bit JPEG.
 *
 * @param jpeg       the file
 * @param quality    JPEG quality factor, 60 to 95
 * @param cropWidth  px of the original, full-size picture that became 480
 * @param cropHeight px of the original, full-size picture that became 640
 * @param brightness mean luma (ITU-R BT.601), 0 to 255
 * @param sharpness  variance of the luma's Laplacian; a blurred picture has a small one
 */
public record StandardPhoto(
        byte[] jpeg, int quality, int cropWidth, int cropHeight, double brightness, double sharpness) {}
