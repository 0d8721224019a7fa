package io.github.gradphoto.collectioncode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.demo.SimulatedCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private final CodeCommand command = new CodeCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(progress, true, StandardCharsets.UTF_8));

    @Test
    void writesARowForEachFileOfTheFolderInTheOrderOfTheirNames(@TempDir Path folder) throws Exception {
        var code = new SimulatedCode().picture(SimulatedCode.PREFIX + "0011223344", "label");
        ImageIO.write(code, "png", folder.resolve("b, \"quoted\".png").toFile());
        ImageIO.write(code, "png", folder.resolve("采集码.png").toFile());
        ImageIO.write(
                new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("a.png").toFile());
        Files.writeString(folder.resolve("c.txt"), "no picture");
        Files.createFile(folder.resolve("d.jpg"));
        Files.createDirectories(folder.resolve("below"));
        ImageIO.write(code, "png", folder.resolve("below/not-seen.png").toFile());

        int exit = command.read(List.of(folder.toString()));

        assertThat(exit).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "file,read",
                        "a.png,false",
                        "\"b, \"\"quoted\"\".png\",true",
                        "c.txt,false",
                        "d.jpg,false",
                        "采集码.png,true");
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("5/5 采集码.png");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(SimulatedCode.PREFIX);
    }

    @Test
    void saysHowItIsUsed(@TempDir Path folder) throws Exception {
        assertThat(command.read(List.of())).isEqualTo(2);
        assertThat(command.read(List.of(folder.resolve("nowhere").toString()))).isEqualTo(2);
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .contains("code DIR")
                .contains("nowhere");
        assertThat(out.size()).isZero();
    }
}
