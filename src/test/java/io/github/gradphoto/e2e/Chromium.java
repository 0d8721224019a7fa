package io.github.gradphoto.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
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
            var executable = find().orElseThrow(() -> new AssertionError(
                    "GRADPHOTO_BROWSER_REQUIRED is true, but there is no Chromium. Name it in GRADPHOTO_CHROMIUM."));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            // Closed with the JVM: a driver process ends when its pipe does.
            browser = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return browser;
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
