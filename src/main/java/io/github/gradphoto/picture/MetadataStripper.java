package io.github.gradphoto.picture;

/**
 * Takes out of an upload what does not draw it – EXIF with place and phone, XMP, comments, previews, bytes after the end –
 * without decoding it, so that every pixel stays as the student took it. The ICC profile stays. The orientation goes
 * with the EXIF: keep {@link DecodedPicture#orientation()} beside the stripped bytes.
 */
public final class MetadataStripper {

    /**
     * @param upload a JPEG, PNG or WebP
     * @return a file of the same type that decodes to identical pixels
     * @throws PictureRefusedException EMPTY, HEIC, UNSUPPORTED_TYPE by its first bytes, or CORRUPT if its structure is broken
     */
    public byte[] strip(byte[] upload) {
        return PictureType.of(upload).open(upload).stripped();
    }
}
