package io.github.gradphoto.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.GradPhoto;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command and the start as processes of their own, with settings in the environment as an installation has them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SetupProcessTest {

    private static final String PASSWORD = "vier-kleine-Baeume";

    /** What the application logs when it is there. */
    private static final String STARTED = "Started GradPhoto";

    @TempDir
    Path home;

    @Test
    void anInstallationIsSetUpStartsWithoutAPasswordAndRefusesToStartWithoutItsKeys() throws Exception {
        var first = finish(process(List.of(), Map.of()));
        assertThat(first).endsWith("exit 78").contains("Keys: there are none in");

        var account = Map.of("GRADPHOTO_ADMINISTRATOR_USERNAME", "chief", "GRADPHOTO_ADMINISTRATOR_PASSWORD", PASSWORD);
        var setup = finish(process(List.of("setup"), account));
        assertThat(setup)
                .endsWith("exit 1")
                .contains("✓ Keys: encryption.json and index.json were made", "✓ Administrator: account chief was made")
                .contains("✗ Mail: no connection to 127.0.0.1:1")
                .doesNotContain(PASSWORD, "Exception");

        var application = process(List.of("--server.port=0"), Map.of());
        try (var log = reader(application)) {
            var lines = new ArrayList<String>();
            for (var line = log.readLine(); line != null; line = log.readLine()) {
                lines.add(line);
                if (line.contains(STARTED)) {
                    break;
                }
            }
            assertThat(lines.get(lines.size() - 1)).as(String.join("\n", lines)).contains(STARTED);
        } finally {
            application.destroy();
            application.waitFor();
        }

        var encryption = home.resolve("keys/encryption.json");
        Files.move(encryption, home.resolve("copy.json"));
        var half = finish(process(List.of(), Map.of()));
        assertThat(half)
                .endsWith("exit 78")
                .contains("encryption.json is missing")
                .doesNotContain("Exception");
        assertThat(encryption).doesNotExist();
    }

    private Process process(List<String> arguments, Map<String, String> more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-Dfile.encoding=UTF-8",
                "-cp",
                packagedClasses(),
                GradPhoto.class.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GRADPHOTO_HOME", home.toString(),
                        "GRADPHOTO_MAIL_FROM", "office@example.com",
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PORT", "1"));
        builder.environment().putAll(more);
        return builder.start();
    }

    /** What the jar holds: neither tests nor what only they need. */
    private static String packagedClasses() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.endsWith("test-classes"))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String finish(Process process) throws IOException, InterruptedException {
        try (var out = reader(process)) {
            var said = out.lines().collect(Collectors.joining("\n"));
            return said + "\nexit " + process.waitFor();
        }
    }
}
