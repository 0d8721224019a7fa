package io.github.gradphoto.page;

import org.springframework.web.multipart.MultipartFile;

/** A file that may not have been chosen. */
public final class Upload {

    private Upload() {}

    public static boolean isGiven(MultipartFile file) {
        return file != null && !file.isEmpty();
    }
}
