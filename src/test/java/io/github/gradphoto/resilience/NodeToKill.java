package io.github.gradphoto.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** Starts another node on the database of a test and kills it. */
final class NodeToKill {

    private final Environment environment;
    private final List<String> properties;

    /** @param properties of that node, as {@code name=value} */
    NodeToKill(Environment environment, String... properties) {
        this.environment = environment;
        this.properties = List.of(properties);
    }

    /** The node does the deeds and is killed (SIGKILL) when all of them are caught at their commit. */
    void killInTheMiddleOf(List<KilledNode.Deed> deeds) throws IOException, InterruptedException {
        var node = new ProcessBuilder(command(deeds)).redirectErrorStream(true).start();
        try (var said = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            var lines = new ArrayList<String>();
            int parked = 0;
            while (parked < deeds.size()) {
                var line = said.readLine();
                assertThat(line)
                        .as("the node ended early: %s", String.join("\n", lines))
                        .isNotNull();
                assertThat(line).as("%s", lines).doesNotStartWith(KilledNode.FAILED);
                lines.add(line);
                parked += line.equals(KilledNode.PARKED) ? 1 : 0;
            }
        } finally {
            node.destroyForcibly().waitFor();
        }
    }

    private List<String> command(List<KilledNode.Deed> deeds) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dserver.port=0",
                "-Dspring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                "-Dspring.datasource.username=postgres",
                "-Dspring.datasource.password=postgres",
                "-Dgradphoto.test.smtp-port=" + environment.getRequiredProperty("gradphoto.test.smtp-port")));
        properties.forEach(property -> command.add("-D" + property));
        command.addAll(List.of("-cp", classPath(), KilledNode.class.getName()));
        deeds.forEach(deed -> command.add(deed.argument()));
        return command;
    }

    /** Each place once: the same diagrams found twice would be refused. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
