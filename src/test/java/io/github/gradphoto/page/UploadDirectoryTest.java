package io.github.gradphoto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process left of its uploads is gone after the next start; what a living one needs stays. */
class UploadDirectoryTest {

    private static final long SELF = ProcessHandle.current().pid();

    @TempDir
    private Path all;

    private Path left(String process) throws Exception {
        var file = all.resolve(process).resolve("upload.tmp");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "a student's photo");
    }

    @Test
    void whatADeadProcessLeftIsDeleted() throws Exception {
        var ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        ended.getInputStream().transferTo(OutputStream.nullOutputStream());
        ended.waitFor();
        var dead = left(Long.toString(ended.pid()));
        var nobodys = left("lost");

        var own = UploadDirectory.in(all);
        assertThat(dead).doesNotExist();
        assertThat(nobodys).doesNotExist();
        assertThat(own.file().getParent()).isEqualTo(all.resolve(Long.toString(SELF)));
        assertThat(own.path()).isDirectory();
    }

    @Test
    void whatALivingProcessHasStays() throws Exception {
        var parent = ProcessHandle.current().parent().orElseThrow();
        var living = left(Long.toString(parent.pid()));
        var mine = left(Long.toString(SELF));
        UploadDirectory.in(all);
        assertThat(living).exists();
        assertThat(mine).exists();
    }

    /** In a container the application has the same number at every start. */
    @Test
    void whatAnOlderProcessOfTheSameNumberLeftIsDeleted() throws Exception {
        var file = left(Long.toString(SELF));
        Files.setLastModifiedTime(file.getParent(), FileTime.from(Instant.EPOCH));
        UploadDirectory.in(all);
        assertThat(file).doesNotExist();
    }
}
