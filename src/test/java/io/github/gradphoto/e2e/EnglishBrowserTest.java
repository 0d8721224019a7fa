package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever has an English browser, or asks for English, gets English. */
class EnglishBrowserTest extends BrowserTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void aStudentWithAnEnglishPhoneReadsEnglish() {
        var demo = demo();
        var phone = phone("student", "en-US");
        phone.go("/");
        phone.sees("notice.consequence.title");
        phone.follows("notice.start");
        phone.signsIn(demo, demo.student("PHOTO", 0));
        phone.sees("my.progress");
        assertThat(phone.page.locator(".stepper").innerText()).doesNotContainPattern(CHINESE);
        phone.go("/privacy");
        phone.sees("privacy.who.title");
        assertThat(phone.page.locator("main").innerText()).doesNotContainPattern(CHINESE);
        phone.sawNoViolation();
    }

    @Test
    void theChosenLanguageIsRemembered() {
        var phone = phone("switch", "zh-CN");
        phone.go("/");
        phone.sees("notice.start");
        phone.page.locator("nav .lang").click();
        var english = texts("en");
        assertThat(phone.page.locator(".hero .button").first()).hasText(english.of("notice.start"));
        phone.go("/sign-in");
        assertThat(phone.page.locator("html")).hasAttribute("lang", "en");
        assertThat(phone.page.locator("h1")).hasText(english.of("signIn.title"));
        phone.picture();
        phone.page.locator("nav .lang").click();
        assertThat(phone.page.locator("h1")).hasText(phone.text("signIn.title"));
    }

    @Test
    void tasklistSpeaksEnglish() {
        var reviewer = tasklist("reviewer", "en-US");
        assertThat(reviewer.visitor.page.locator(".navbar-brand")).containsText("Graduate photos");
        reviewer.visitor.page.locator("li.task h4.task a").last().click();
        assertThat(reviewer.form()).containsText(texts("en").of("office.head.number"));
        assertThat(reviewer.visitor.page.locator(".gp-hint"))
                .hasText(texts("en").of("office.claimHint"));
        assertThat(reviewer.cards().first().locator(".dates")).containsText("ago");
        reviewer.visitor.picture();
        reviewer.leaves();
    }
}
