package io.github.gradphoto.prints;

/**
 * What one student's sheet shows.
 *
 * @param photoJpeg the standard photo, printed from these very bytes
 * @param caption   number and name, below every picture
 */
public record Print(byte[] photoJpeg, String caption) {}
