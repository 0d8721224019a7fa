package io.github.gradphoto.page;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/**
 * Where the server puts uploads while their requests last. Each process has a folder of its own, named by its number: what
 * a killed one left there, unencrypted, is gone when the next one starts.
 */
public final class UploadDirectory {

    private final Path own;

    private UploadDirectory(Path own) {
        this.own = own;
    }

    /** @param all the folder that has the folders of all processes */
    static UploadDirectory in(Path all) throws IOException {
        for (var one : existing(all)) {
            if (!isInUse(one)) {
                FileSystemUtils.deleteRecursively(one);
            }
        }
        var own = all.resolve(Long.toString(ProcessHandle.current().pid()));
        Files.createDirectories(own, forOwnerOnly());
        return new UploadDirectory(own);
    }

    private static List<Path> existing(Path all) throws IOException {
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (var folders = Files.list(all)) {
            return folders.toList();
        }
    }

    /** A number may belong to another process by now, in a container even to this one: who is younger did not make it. */
    private static boolean isInUse(Path folder) throws IOException {
        var name = folder.getFileName().toString();
        if (!name.matches("\\d{1,18}")) {
            return false;
        }
        var made = Files.getLastModifiedTime(folder).toInstant();
        return ProcessHandle.of(Long.parseLong(name))
                .filter(process ->
                        !process.info().startInstant().orElse(Instant.MIN).isAfter(made))
                .isPresent();
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A name that nothing has yet; whoever writes the file deletes it. */
    public Path file() {
        return own.resolve(UUID.randomUUID().toString());
    }

    Path path() {
        return own;
    }
}
