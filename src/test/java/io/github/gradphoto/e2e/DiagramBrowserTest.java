package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** A student finds their own place on the diagram of the notice. */
class DiagramBrowserTest extends BrowserTest {

    @Test
    void youAreHere() {
        var demo = demo();
        var phone = phone("student", "zh-CN");
        phone.go("/sign-in");
        phone.signsIn(demo, demo.student("CODE", 0));
        phone.isAskedFor("UPLOAD_CODE");
        phone.follows("my.diagram");
        assertThat(phone.page.locator(".youarehere")).hasText(phone.text("diagram.here"));
        assertThat(phone.page.locator("[data-element-id=uploadCode].here")).isVisible();
        assertThat(phone.page.locator("[data-element-id=checkEligibility].done"))
                .hasCount(1);
        phone.sees("diagram.lead");

        phone.page.locator("[data-zoom=fit]").click();
        assertThat(phone.page.locator("[data-element-id=certificateCollected]")).isVisible();
        phone.picture();
        phone.fits();
        phone.sawNoViolation();
        phone.sawNoDownloadOrPopUp();
    }
}
