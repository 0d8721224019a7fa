package io.github.gradphoto.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the decision table may say has a sentence in both languages, a way to mend it, and a sketch. N13. */
class CheckReasonTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern REASON = Pattern.compile("_reason\" [^>]*>\\s*<text>\"(\\w+)\"</text>");

    @Test
    void everyReasonOfTheTableIsKnown() throws IOException {
        var table = Files.readString(Path.of("processes/photoCompliance.dmn"));
        var reasons = REASON.matcher(table)
                .results()
                .map((MatchResult result) -> result.group(1))
                .filter(reason -> !reason.equals("none"))
                .distinct()
                .toList();
        assertThat(reasons).contains("resolutionTooLow", "noFace");
        assertThat(reasons)
                .allSatisfy(
                        reason -> assertThat(CheckReason.of(reason)).as(reason).isPresent());
    }

    @Test
    void everyReasonHasItsSentencesAndItsSketch() throws IOException {
        for (var language : List.of("", "_en")) {
            var texts = texts("messages/photo" + language + ".properties");
            for (var reason : CheckReason.values()) {
                assertThat(texts).containsKey("photo.check." + reason.key());
                if (reason.isForStudents()) {
                    assertThat(texts).containsKey("photo.mend." + reason.key());
                    assertThat(sketch(reason.sketch())).exists();
                }
            }
        }
    }

    @Test
    void everyDeclarationHasItsSketch() throws IOException {
        for (var declaration : Declaration.values()) {
            assertThat(texts("messages/photo.properties")).containsKey("photo.declare." + declaration);
            assertThat(sketch(declaration.sketch())).exists();
        }
    }

    private static Path sketch(String name) {
        return RESOURCES.resolve("static/img/photo/" + name + ".svg");
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
