package io.github.gradphoto.privacy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The key files of an installation, for the command that makes them and for the look at them before a start. */
public final class KeyFiles {

    /** What there is in the keys directory. */
    public enum State {
        /** neither file */
        NONE,
        /** one file without the other: never completed by a new one, because a new key reads nothing of the old data */
        HALF,
        /** both files, at least one of them damaged */
        UNREADABLE,
        COMPLETE
    }

    private KeyFiles() {}

    public static State state(Path directory) {
        return switch (missing(directory).size()) {
            case 0 -> isReadable(directory) ? State.COMPLETE : State.UNREADABLE;
            case 1 -> State.HALF;
            default -> State.NONE;
        };
    }

    /** Names of the files that are not there. */
    public static List<String> missing(Path directory) {
        return KeyRing.FILES.stream()
                .filter(name -> !Files.isRegularFile(directory.resolve(name)))
                .toList();
    }

    /**
     * Makes both keys where neither is.
     *
     * @throws IllegalStateException where there is a file already, or none can be written
     */
    public static void create(Path directory) {
        if (state(directory) != State.NONE) {
            throw new IllegalStateException("There are keys in " + directory + " already.");
        }
        KeyRing.createIfMissing(directory);
    }

    /** The ids of the keys that decrypt, as they stand at the beginning of each ciphertext. */
    public static Set<Integer> ids(Path directory) {
        return KeyRing.read(directory).ids();
    }

    /** @throws RuntimeException where the keys cannot be read */
    public static Vault open(Path directory) {
        return new Vault(KeyRing.read(directory));
    }

    private static boolean isReadable(Path directory) {
        try {
            KeyRing.read(directory);
            return true;
        } catch (RuntimeException damaged) {
            return false;
        }
    }
}
