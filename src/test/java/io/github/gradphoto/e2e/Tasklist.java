package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Somebody of the staff at their desk, in Camunda Tasklist. */
final class Tasklist {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(Chromium.PATIENCE);

    final Visitor visitor;
    private final Texts texts;

    private Tasklist(Visitor visitor, Texts texts) {
        this.visitor = visitor;
        this.texts = texts;
    }

    static Tasklist signIn(Visitor visitor, String username, Texts texts) {
        visitor.go("/login");
        visitor.page.getByLabel(texts.of("login.username")).fill(username);
        visitor.page.getByLabel(texts.of("login.password")).fill(Demo.PASSWORD);
        visitor.page.locator("main button").click();
        var tasklist = new Tasklist(visitor, texts);
        assertThat(tasklist.cards().first()).isVisible(PATIENTLY);
        return tasklist;
    }

    /** Goes back to the list, where what others did meanwhile is seen. */
    Tasklist reload() {
        visitor.page.reload();
        assertThat(cards().first()).isVisible(PATIENTLY);
        return this;
    }

    Locator cards() {
        return visitor.page.locator("li.task");
    }

    Locator card(String step, String student) {
        return cards().filter(new Locator.FilterOptions().setHasText(texts.of("office.task." + step)))
                .filter(new Locator.FilterOptions().setHasText(student));
    }

    /** Names of the tasks in the list. */
    List<String> tasks() {
        return visitor.page.locator("li.task h4.task").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    /** Takes the task and waits until its form is there and may be filled in. */
    Tasklist takes(String step, String student) {
        opens(step, card(step, student));
        assertThat(form())
                .containsText(student, new LocatorAssertions.ContainsTextOptions().setTimeout(Chromium.PATIENCE));
        visitor.page.locator("button.claim").click();
        assertThat(form()).isEnabled();
        return this;
    }

    /** Looks at a task without taking it. */
    Tasklist opens(String step, Locator card) {
        assertThat(card).isVisible(PATIENTLY);
        card.locator("h4.task a").click();
        assertThat(visitor.page.locator(".task-card h2.task")).hasText(texts.of("office.task." + step));
        assertThat(form()).not().hasAttribute("aria-busy", "true");
        return this;
    }

    Tasklist ticks(String name, String value) {
        form().locator("input[name=" + name + "][value=" + value + "]").check();
        return this;
    }

    Tasklist fills(String name, String value) {
        form().locator("[name=" + name + "]").fill(value);
        return this;
    }

    Tasklist selects(String name, String value) {
        form().locator("select[name=" + name + "]").selectOption(value);
        return this;
    }

    /** The button is pressed; whether the task is done is another question. */
    void submits() {
        visitor.picture();
        visitor.page.locator(".form-actions .btn-primary").click();
    }

    /** Completes the task: the engine took it and it is gone from the list. */
    void completes(String step, String student) {
        var answer = visitor.page.waitForResponse(response -> response.url().endsWith("/complete"), this::submits);
        assertThat(answer.status()).as(answer.url()).isEqualTo(204);
        assertThat(card(step, student)).hasCount(0);
    }

    /** Signs off for the day; nothing on the pages was refused or broken. */
    void leaves() {
        visitor.sawNoViolation();
        visitor.close();
    }

    /** What the form says about the entries. */
    Locator complaint() {
        return visitor.page.locator(".gp-alert");
    }

    Locator form() {
        return visitor.page.locator("fieldset.gp-fields");
    }

    /** The sheet of prints, which the link opens in a tab of its own. Gives the file's first letters. */
    String sheet() {
        var link = form().locator("a[href$='sheet.pdf']");
        assertThat(link).hasAttribute("target", "_blank");
        // Fetched instead of clicked: the browser's own viewer for PDF may keep a tab busy for as long as it likes.
        var answer = visitor.page.context().request().get(visitor.base + link.getAttribute("href"));
        assertThat(answer.headers().get("content-type")).isEqualTo("application/pdf");
        return new String(answer.body(), 0, 5, StandardCharsets.US_ASCII);
    }

    /** Widths of the form's large pictures, once they have come; 0 for one that did not. */
    List<Integer> pictureWidths() {
        var pictures = form().locator("img[width='480']");
        assertThat(pictures.first()).isVisible();
        return pictures.all().stream()
                .peek(picture -> visitor.page.waitForCondition(() -> (boolean) picture.evaluate("i => i.complete")))
                .map(picture -> ((Number) picture.evaluate("i => i.naturalWidth")).intValue())
                .toList();
    }
}
