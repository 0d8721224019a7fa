package io.github.gradphoto.picture;

/** Why an upload cannot be read as a picture; the screen's sentence has the key {@code photo.fault.<NAME>}. */
public enum PictureFault {
    /** Neither JPEG, PNG nor WebP by its first bytes, or an animation. */
    UNSUPPORTED_TYPE,
    /** HEIC or AVIF: a phone's own format, worth a word on how to get a JPEG. */
    HEIC,
    /** More than {@value PictureDecoder#MAX_BYTES} bytes. */
    TOO_LARGE,
    /** A side under {@value PictureDecoder#MIN_SIDE} px. */
    TOO_SMALL,
    /** Truncated, damaged, or takes too long or too much memory to decode. */
    CORRUPT,
    /** The header claims more than {@value PictureDecoder#MAX_PIXELS} px. */
    TOO_MANY_PIXELS,
    /** No bytes at all. */
    EMPTY
}
