package io.github.gradphoto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with a browser of their own. Notes what goes wrong in it, and takes a picture of each step. */
class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    final Page page;
    final String base;
    private final String name;
    private final BrowserContext context;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<String> intrusions = new CopyOnWriteArrayList<>();
    private int steps;

    /** @param name of the test and the person, for the files of the pictures */
    Visitor(BrowserContext context, String base, String name) {
        this.context = context;
        this.base = base;
        this.name = name;
        context.setDefaultTimeout(Chromium.PATIENCE);
        this.page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> violations.add(page.url() + " script: " + error));
        page.onDownload(download -> intrusions.add(page.url() + " download: " + download.suggestedFilename()));
        context.onPage(other -> intrusions.add(page.url() + " pop-up: " + other.url()));
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            violations.add(page.url() + " console: " + message.text());
        }
    }

    void go(String path) {
        page.navigate(base + path);
    }

    /** What the server answers under this visitor's session. */
    byte[] fetch(String path) {
        var answer = context.request().get(base + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    String fetchText(String path) {
        return new String(fetch(path), StandardCharsets.UTF_8);
    }

    void picture() {
        picture(String.format("%02d", ++steps), true);
    }

    /** Only what the screen shows: something lies over the page. */
    void pictureOfScreen() {
        picture(String.format("%02d", ++steps), false);
    }

    void pictureOfFailure() {
        if (!page.isClosed()) {
            picture("failed", false);
        }
    }

    private void picture(String step, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + step + ".png"))
                .setFullPage(whole));
    }

    /** Nothing that the content security policy refused, no error in a script. */
    void sawNoViolation() {
        assertThat(violations).isEmpty();
    }

    /** WeChat's browser can do neither. */
    void sawNoDownloadOrPopUp() {
        assertThat(intrusions).isEmpty();
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        context.close();
    }
}
