package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** A student on a phone: presses and reads what the pages show, and sees each page fit the screen. */
final class StudentPhone extends Visitor {

    static final int WIDTH = 390;

    private final Texts texts;

    StudentPhone(BrowserContext context, String base, String name, Texts texts) {
        super(context, base, name);
        this.texts = texts;
    }

    /** The page is there, with this text; it fits the phone. */
    void sees(String key, Object... arguments) {
        assertThat(page.getByText(texts.of(key, arguments)).first()).isVisible();
        fits();
        picture();
    }

    /** {@code /my} asks for this now. */
    Locator isAskedFor(String step) {
        var card = page.locator(".card.now").filter(new Locator.FilterOptions().setHas(heading("step." + step)));
        assertThat(card).isVisible();
        fits();
        picture();
        return card;
    }

    /** {@code /my} says who is at work meanwhile. */
    void waitsFor(String step) {
        var line =
                page.locator(".card.waiting li").filter(new Locator.FilterOptions().setHasText(text("step." + step)));
        assertThat(line).isVisible();
        assertThat(line).containsText(text("step.who." + step));
        fits();
        picture();
    }

    void reloads() {
        go("/my");
    }

    void opens(String step) {
        isAskedFor(step).getByRole(AriaRole.LINK, named("my.go")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(text("step." + step));
        fits();
        picture();
    }

    void presses(String key) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(text(key)).setExact(true))
                .click();
    }

    void follows(String key) {
        page.locator("main").getByRole(AriaRole.LINK, named(key)).first().click();
    }

    void signsIn(Demo demo, Demo.Student student) {
        demo.lookIntoMailbox();
        page.getByLabel(text("signIn.number")).fill(student.number());
        page.getByLabel(text("signIn.lastSix")).fill(student.idLastSix());
        presses("signIn.send");
        sees("signIn.code.sent");
        page.getByLabel(text("signIn.code.label")).fill(demo.newSignInCode());
        presses("signIn.title");
    }

    /** As after two hours, or when the browser was shut: the cookie of the session is gone. */
    void forgetsSession() {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    }

    void chooses(String field, byte[] content, String file, String type) {
        page.locator("input[name=" + field + "]").setInputFiles(new FilePayload(file, type, content));
    }

    /** Everything that the student must look at before the upload. */
    void declares() {
        page.locator("[name=declared]").all().forEach(Locator::check);
    }

    /** Nothing sticks out: whoever must scroll sideways does not find the button. */
    void fits() {
        var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(width).as("width of " + page.url()).isLessThanOrEqualTo(WIDTH);
    }

    String text(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    private Locator heading(String key) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text(key)).setExact(true));
    }

    private Locator.GetByRoleOptions named(String key) {
        return new Locator.GetByRoleOptions().setName(text(key)).setExact(true);
    }
}
