package io.github.gradphoto.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk on which the installation keeps its files, in bytes. */
public record Disk(long total, long free) {

    private static final int WHOLE = 100;
    private static final int SCARCE = 10;

    /** @param home may not be there yet */
    static Disk of(Path home) {
        var there = home.toAbsolutePath().normalize();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            var store = Files.getFileStore(there);
            return new Disk(store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int usedPercent() {
        return total == 0 ? 0 : (int) (WHOLE * (total - free) / total);
    }

    public boolean isScarce() {
        return WHOLE - usedPercent() < SCARCE;
    }
}
