package io.github.gradphoto.picture;

import java.util.Optional;

/** Where the bytes of pictures are kept, encrypted. By default in the database; a large college may bring an object store. */
public interface PhotoStore {

    /** @return the key of the stored picture */
    long put(byte[] content, String mediaType);

    Optional<StoredPicture> get(long key);

    /** Deletes a picture; one that is not there is none. */
    void delete(long key);

    /** @param sha256 of {@code content}, as 64 hexadecimal digits */
    record StoredPicture(long key, byte[] content, String mediaType, String sha256) {}
}
