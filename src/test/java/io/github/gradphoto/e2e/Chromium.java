package io.github.gradphoto.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The machine's own Chromium, started once for all browser tests of a run. Without one they are skipped, or fail. */
final class Chromium implements ExecutionCondition {

    private static final boolean REQUIRED = "true".equals(System.getenv("GRADPHOTO_BROWSER_REQUIRED"));
    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static Playwright playwright;
    private static Browser browser;

    /** Milliseconds: a busy machine may take its time; only a page that never answers is a failure. */
    static final int PATIENCE = 60_000;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return find().isPresent() || REQUIRED
                ? ConditionEvaluationResult.enabled("Chromium is there, or its absence is a failure.")
                : ConditionEvaluationResult.disabled(
                        "Skipped: no Chromium on this machine. Install it, or name it in GRADPHOTO_CHROMIUM.");
    }

    static synchronized Browser browser() {
        if (browser == null) {
            browser = launch(List.of());
        }
        return browser;
    }

    /** A browser of its own whose camera shows this JPEG and nothing else; the caller closes it. */
    static Browser withCamera(byte[] picture) {
        try {
            var film = Files.createTempFile(Files.createDirectories(Path.of("target")), "camera", ".mjpeg");
            film.toFile().deleteOnExit();
            for (int frame = 0; frame < 20; frame++) {
                Files.write(film, picture, StandardOpenOption.APPEND);
            }
            return launch(List.of(
                    "--use-fake-device-for-media-stream",
                    "--use-file-for-fake-video-capture=" + film.toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Browser launch(List<String> more) {
        var executable = find().orElseThrow(() -> new AssertionError(
                "GRADPHOTO_BROWSER_REQUIRED is true, but there is no Chromium. Name it in GRADPHOTO_CHROMIUM."));
        if (playwright == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            // Closed with the JVM: a driver process ends when its pipe does.
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(
                                Stream.concat(ARGUMENTS.stream(), more.stream()).toList()));
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.of(System.getenv("GRADPHOTO_CHROMIUM")), USUAL_PLACES.stream())
                .filter(Objects::nonNull)
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
