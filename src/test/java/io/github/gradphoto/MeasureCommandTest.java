package io.github.gradphoto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.demo.Flaw;
import io.github.gradphoto.measure.DrawnPhotos;
import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.picture.PhotoJpeg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** N13: a college measures a folder of its archive from the command line. */
class MeasureCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @Test
    void writesARowForEachFileInTheOrderOfTheNames() throws IOException {
        Files.write(folder.resolve("b-tilted.jpg"), PhotoJpeg.encode(DrawnPhotos.person(7, Flaw.TILTED), 92));
        Files.write(folder.resolve("a-fine.jpg"), PhotoJpeg.encode(DrawnPhotos.person(7), 92));
        Files.write(folder.resolve("d,shirt.jpg"), PhotoJpeg.encode(DrawnPhotos.person(7, Flaw.BLUE_SHIRT), 92));
        Files.writeString(folder.resolve("c.txt"), "no picture");
        Files.createFile(folder.resolve("e.jpg"));
        Files.createDirectory(folder.resolve("more"));
        Files.write(folder.resolve("more/f.jpg"), PhotoJpeg.encode(DrawnPhotos.person(7), 92));

        assertThat(run(folder.toString())).isZero();
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();

        assertThat(lines.get(0)).startsWith("file,verdict,reasons,faces,cropWidth,cropHeight,");
        assertThat(lines.get(0).split(",")).hasSize(3 + Measure.values().length);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("a-fine.jpg,pass,,1,");
        assertThat(lines.get(2)).startsWith("b-tilted.jpg,refused,tilted,1,");
        assertThat(lines.get(3)).startsWith("c.txt,refused,unsupportedType,,");
        assertThat(lines.get(4)).startsWith("\"d,shirt.jpg\",doubtful,clothesBlue,1,");
        assertThat(lines.get(5)).startsWith("e.jpg,refused,empty,,");
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("5/5 e.jpg");
    }

    @Test
    void takesTheBackgroundsThatAreNamed() throws IOException {
        Files.write(folder.resolve("white.jpg"), PhotoJpeg.encode(DrawnPhotos.person(7), 92));
        assertThat(run(folder.toString(), "--background=light_blue")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("white.jpg,doubtful,backgroundColour,1,");
    }

    @Test
    void saysHowItIsUsed() {
        for (var args : List.of(
                new String[] {},
                new String[] {folder.resolve("nowhere").toString()},
                new String[] {folder.toString(), folder.toString()},
                new String[] {folder.toString(), "--background=purple"})) {
            assertThat(run(args)).isEqualTo(2);
        }
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("Usage: measure DIR");
        assertThat(out.size()).isZero();
    }

    private int run(String... args) {
        return new MeasureCommand(new PrintStream(out, true), new PrintStream(progress, true)).measure(List.of(args));
    }
}
