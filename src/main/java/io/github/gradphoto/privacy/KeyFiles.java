package io.github.gradphoto.privacy;

import java.nio.file.Path;

/** The key files of an installation, for the command that makes them. */
public final class KeyFiles {

    private KeyFiles() {}

    /** Existing keys are kept, because what they encrypted could not be read again. */
    public static void createIfMissing(Path directory) {
        KeyRing.createIfMissing(directory);
    }
}
