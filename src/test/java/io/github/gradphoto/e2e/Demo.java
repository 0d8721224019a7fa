package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;

/** The pages that the demo gives its visitor: who can be played, the mailbox, pictures to upload. */
final class Demo {

    private static final Pattern NUMBER_WITHOUT_MAIL = Pattern.compile("^\\d{5}239$");

    /** Somebody of the roster, as the demo names them. */
    record Student(String name, String number, String idLastSix) {}

    static final String PASSWORD = "demo";

    private final Visitor visitor;
    private String lastCode = "";

    Demo(Visitor visitor) {
        this.visitor = visitor;
    }

    /** @param stage group of the demo's list, e.g. NEW */
    Student student(String stage, int index) {
        var row = row(stage, index);
        var numbers = row.locator(".numbers code");
        return new Student(
                row.locator(".who b").textContent(),
                numbers.nth(0).textContent(),
                numbers.nth(1).textContent());
    }

    String applicationNumber(String stage, int index) {
        return row(stage, index).locator(".numbers small").textContent();
    }

    /** Never the student whose mail the demo makes fail, number 39 of class 2: they could not sign in. */
    private Locator row(String stage, int index) {
        visitor.go("/demo");
        var withoutMail =
                visitor.page.locator(".numbers code", new Page.LocatorOptions().setHasText(NUMBER_WITHOUT_MAIL));
        return visitor.page
                .locator("#stage-" + stage + " .students li")
                .filter(new Locator.FilterOptions().setHasNot(withoutMail))
                .nth(index);
    }

    /** Which code came last, so that the next one can be told from it. */
    void lookIntoMailbox() {
        visitor.go("/demo/mail");
        var code = code();
        lastCode = code.count() == 0 ? "" : code.textContent();
    }

    /** The code of a mail that came since {@link #lookIntoMailbox}; the page reloads itself until it is there. */
    String newSignInCode() {
        visitor.go("/demo/mail?refresh=on");
        assertThat(code()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Chromium.PATIENCE));
        if (!lastCode.isEmpty()) {
            assertThat(code())
                    .not()
                    .hasText(lastCode, new LocatorAssertions.HasTextOptions().setTimeout(Chromium.PATIENCE));
        }
        visitor.picture();
        return code().textContent();
    }

    byte[] code(Student student) {
        return visitor.fetch("/demo/codes/" + student.number() + ".png");
    }

    byte[] portrait(Student student) {
        return visitor.fetch("/demo/portraits/" + student.number() + ".jpg");
    }

    byte[] portrait(Student student, String flaw) {
        return visitor.fetch("/demo/portraits/" + student.number() + "/" + flaw + ".jpg");
    }

    Visitor visitor() {
        return visitor;
    }

    private Locator code() {
        return visitor.page.locator(".code-card .digits");
    }
}
