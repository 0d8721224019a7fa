package io.github.gradphoto.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The plugin of Cockpit says everything in Chinese and in English, and says nothing that has no text. */
class CockpitTextsTest {

    private static final Path SCRIPTS =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/cockpit/scripts");
    private static final Pattern ENTRY = Pattern.compile("^ {2}'([\\w.]+)': \\['(.+)', '(.+)'],$", Pattern.MULTILINE);
    private static final Pattern SAID = Pattern.compile("(?:say|has)\\('([\\w.]+)'");
    private static final Pattern CAUSE = Pattern.compile("^ {2}\\['(\\w+)', /", Pattern.MULTILINE);
    private static final Pattern FILLED = Pattern.compile("\\{\\d}");

    @Test
    void everyTextIsThereInBothLanguagesWithTheSamePlaces() throws IOException {
        var texts = texts();
        var lines =
                read("texts.js").lines().filter(line -> line.matches(" {2}'.*")).count();
        assertThat(texts).hasSize((int) lines);
        texts.forEach((key, pair) -> {
            assertThat(pair.get(0)).as(key).containsPattern("\\p{IsHan}|^\\{\\d}$");
            assertThat(pair.get(1)).as(key).doesNotContainPattern("\\p{IsHan}");
            assertThat(find(FILLED, pair.get(1))).as(key).isEqualTo(find(FILLED, pair.get(0)));
        });
    }

    @Test
    void whatTheScriptsSayHasAText() throws IOException {
        var texts = texts().keySet();
        for (var file : scripts()) {
            assertThat(texts).as(file).containsAll(find(SAID, read(file)));
        }
        var causes = find(CAUSE, read("causes.js"));
        assertThat(causes).isNotEmpty();
        causes.add("other");
        for (var cause : causes) {
            assertThat(texts).contains("cause." + cause, "cause." + cause + ".do");
        }
    }

    @Test
    void whatIsSaidOfAStepIsOfAStepThatThereIs() throws IOException {
        var diagrams = new StringBuilder();
        try (var files = Files.list(Path.of("processes"))) {
            for (var file : files.toList()) {
                diagrams.append(Files.readString(file));
            }
        }
        for (var key : texts().keySet()) {
            if (key.startsWith("effect.") && !key.equals("effect.other")) {
                assertThat(diagrams).contains(" id=\"" + key.substring("effect.".length()) + "\"");
            }
        }
    }

    @Test
    void cockpitLoadsTheFolderThatIsThere() throws IOException {
        var config = Files.readString(SCRIPTS.resolve("config.js"));
        assertThat(config).contains("'scripts/" + folder().getFileName() + "/index'");
    }

    private static Map<String, List<String>> texts() throws IOException {
        var found = new LinkedHashMap<String, List<String>>();
        var matcher = ENTRY.matcher(read("texts.js"));
        while (matcher.find()) {
            assertThat(found).doesNotContainKey(matcher.group(1));
            found.put(matcher.group(1), List.of(matcher.group(2), matcher.group(3)));
        }
        return found;
    }

    private static Set<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(result.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> scripts() throws IOException {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js"))
                    .toList();
        }
    }

    /** The one with the newest number. */
    private static Path folder() throws IOException {
        try (var folders = Files.list(SCRIPTS)) {
            var all = folders.filter(Files::isDirectory).toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static String read(String script) throws IOException {
        return Files.readString(folder().resolve(script));
    }
}
