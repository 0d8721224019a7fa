package io.github.gradphoto.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.application.Phase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.picture.PictureFault;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.review.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, and everything that can be said has a text. N20, N25. */
class BundlesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern REFUSAL = Pattern.compile(
            "Refusal\\s*\\.\\s*(?:invalid|conflict|notFound|tooMany)\\(\\s*\"([A-Za-z]+)\"|need\\([^;]*\"([a-z][A-Za-z]+)\"\\)");
    private static final Pattern PLAIN_KEY = Pattern.compile("#\\{([A-Za-z0-9._-]+)[}(]");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        var areas = files(MESSAGES, ".properties")
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.endsWith("_en.properties"))
                .toList();
        assertThat(areas).contains("common.properties", "student.properties", "refusal.properties", "mail.properties");
        for (var area : areas) {
            var chinese = read(MESSAGES.resolve(area));
            var english = read(MESSAGES.resolve(area.replace(".properties", "_en.properties")));
            assertThat(english.stringPropertyNames()).as(area).isEqualTo(chinese.stringPropertyNames());
            for (var key : chinese.stringPropertyNames()) {
                assertThat(chinese.getProperty(key)).as(key).isNotBlank();
                assertThat(placeholders(english.getProperty(key)))
                        .as(area + " " + key)
                        .isEqualTo(placeholders(chinese.getProperty(key)));
                if (!placeholders(chinese.getProperty(key)).isEmpty()) {
                    new MessageFormat(english.getProperty(key));
                    assertThat(english.getProperty(key).replace("''", ""))
                            .as(key)
                            .doesNotContain("'");
                }
            }
        }
    }

    private static Set<String> placeholders(String text) {
        return find(Pattern.compile("(\\{\\d+)"), text);
    }

    @Test
    void everyRefusalHasAText() throws IOException {
        var texts = all();
        for (var file : files(JAVA, ".java").toList()) {
            for (var key : find(REFUSAL, Files.readString(file))) {
                assertThat(texts).as(file.toString()).contains("refusal." + key);
            }
        }
    }

    @Test
    void everyValueOfAnEnumHasAText() throws IOException {
        var texts = all();
        contains(texts, "step.", Step.values());
        contains(texts, "step.who.", Step.values());
        contains(texts, "phase.", Phase.values());
        contains(texts, "carrier.", Carrier.values());
        contains(texts, "review.reason.", RejectionReason.values());
        contains(texts, "review.mend.", RejectionReason.values());
        contains(texts, "photo.fault.", PictureFault.values());
        contains(texts, "photo.state.", Photo.State.values());
        contains(
                texts,
                "todo.",
                Arrays.stream(Step.values()).filter(Step::isStudents).toArray());
        for (var kind : MessageKind.values()) {
            assertThat(texts).contains("mail." + kind + ".subject", "mail." + kind + ".body");
        }
    }

    @Test
    void everyReasonOfTheDecisionTablesHasAText() throws IOException {
        for (var table : List.of("photoCompliance:photo.check.", "eligibility:eligibility.reason.")) {
            var name = table.split(":")[0];
            var reasons = find(
                    Pattern.compile("<text>\"([a-z][A-Za-z]+)\"</text>"),
                    Files.readString(Path.of("processes", name + ".dmn")));
            assertThat(reasons).isNotEmpty();
            for (var reason : reasons) {
                if (!reason.equals("none")) {
                    assertThat(all()).contains(table.split(":")[1] + reason);
                }
            }
        }
    }

    @Test
    void everyKeyOfATemplateHasAText() throws IOException {
        var texts = all();
        for (var file : files(TEMPLATES, ".html").toList()) {
            assertThat(texts).as(file.toString()).containsAll(find(PLAIN_KEY, Files.readString(file)));
        }
    }

    private static void contains(Set<String> texts, String prefix, Object... values) {
        assertThat(texts)
                .containsAll(Arrays.stream(values).map(value -> prefix + value).toList());
    }

    private static Set<String> find(Pattern pattern, String text) {
        var found = new LinkedHashSet<String>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    found.add(matcher.group(group));
                }
            }
        }
        return found;
    }

    private static Set<String> all() throws IOException {
        var keys = new LinkedHashSet<String>();
        for (var file : files(MESSAGES, ".properties").toList()) {
            keys.addAll(read(file).stringPropertyNames());
        }
        return keys;
    }

    private static Stream<Path> files(Path root, String end) throws IOException {
        return Files.walk(root).filter(file -> file.toString().endsWith(end));
    }

    private static Properties read(Path file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
