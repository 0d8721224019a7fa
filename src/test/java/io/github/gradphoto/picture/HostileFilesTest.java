package io.github.gradphoto.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each hostile file costs at most two seconds of a processor and leaves a process of 512 MB alive. */
class HostileFilesTest {

    private static final Duration MOST = Duration.ofSeconds(2);

    @Test
    void areRefusedOrReadInASmallHeap(@TempDir Path folder) throws Exception {
        var files = HostileFiles.all();
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().content());
        }

        var seen = inAnotherProcess(folder);

        var softly = new SoftAssertions();
        files.forEach((name, file) -> {
            softly.assertThat(seen.get(name)).as(name).isNotNull();
            if (seen.get(name) != null) {
                softly.assertThat(seen.get(name).outcome()).as(name).isEqualTo(file.outcome());
                softly.assertThat(seen.get(name).processorTime()).as(name).isLessThan(MOST);
            }
        });
        softly.assertAll();
    }

    private record Seen(String outcome, Duration processorTime) {}

    private static Map<String, Seen> inAnotherProcess(Path folder) throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var seen = new HashMap<String, Seen>();
        try (var lines = process.inputReader()) {
            lines.lines()
                    .map(line -> line.split(" "))
                    .forEach(words ->
                            seen.put(words[0], new Seen(words[1], Duration.ofMillis(Long.parseLong(words[2])))));
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("the process is alive to its end").isZero();
        return seen;
    }

    /** Decodes one file after the other and writes its name, what became of it, and the processor time in ms. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws Exception {
            var decoder = new PictureDecoder();
            decoder.decode(Uploads.jpeg(Uploads.picture(200, 200))); // classes are loaded once, not for each upload
            try (var files = Files.list(Path.of(args[0]))) {
                for (var file : files.sorted().toList()) {
                    byte[] upload = Files.readAllBytes(file);
                    String outcome = "";
                    long shortest = Long.MAX_VALUE;
                    for (int i = 0; i < 2; i++) { // the first time, some is spent on compiling our own code
                        long before = processorTime();
                        outcome = outcome(decoder, upload);
                        shortest = Math.min(shortest, processorTime() - before);
                    }
                    System.out.println(file.getFileName() + " " + outcome + " " + shortest / 1_000_000);
                }
            }
        }

        private static String outcome(PictureDecoder decoder, byte[] upload) {
            try {
                new MetadataStripper().strip(upload);
                decoder.decode(upload);
                return HostileFiles.READ;
            } catch (PictureRefusedException refused) {
                return refused.fault().name();
            }
        }

        private static long processorTime() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }
}
