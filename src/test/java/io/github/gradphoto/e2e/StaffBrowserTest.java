package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** An administrator makes an account, its owner changes the password, and leaves; and who saw which photo. */
class StaffBrowserTest extends BrowserTest {

    private static final String NAME = "browser-clerk";

    @Test
    void aColleagueComesAndGoes() {
        var admin = signIn(desktop("admin", "zh-CN"), "admin", Demo.PASSWORD);
        admin.page.waitForURL("**/cockpit/**");
        admin.go("/office/staff");
        admin.picture();
        admin.page.locator("[name=username]").fill(NAME);
        admin.page.locator("[name=displayName]").fill("浏览器同事");
        admin.page.locator("[name=group][value=BURSAR]").check();
        admin.page.locator("section form button").click();
        var first = admin.page.locator(".box.good code").textContent();
        admin.picture();

        var clerk = signIn(desktop("clerk", "zh-CN"), NAME, first);
        clerk.page.waitForURL("**/tasklist/**");
        clerk.go("/office/password");
        clerk.page.locator("[name=old]").fill(first);
        clerk.page.locator("[name=wanted]").fill("ein-eigenes-Wort");
        clerk.page.locator("[name=again]").fill("ein-eigenes-Wort");
        clerk.page.locator("main form button").click();
        assertThat(clerk.page.locator(".box.good")).isVisible();
        clerk.picture();
        clerk.sawNoViolation();

        admin.page.locator("[name=note]").fill("离职");
        admin.page.locator("button.danger").click();
        assertThat(admin.page.locator(".box.bad")).containsText("离职");
        admin.picture();
        clerk.go("/office");
        assertThat(clerk.page.locator(".box.bad")).containsText("已停用");
        clerk.picture();
        admin.sawNoViolation();
    }

    @Test
    void whoSawAPhotoIsReadOnAPhoneAsWell() {
        var registrar = signIn(desktop("registrar", "zh-CN"), "registrar", Demo.PASSWORD);
        registrar.page.waitForURL("**/tasklist/**");
        registrar.go("/office/privacy");
        registrar.picture();
        registrar.page.locator("a[href='/office/privacy/views']").click();
        assertThat(registrar.page.locator("h1")).hasText("照片查看记录");
        registrar.picture();
        registrar.page.setViewportSize(390, 844);
        registrar.picture();
        registrar.go("/office/privacy");
        registrar.picture();
        registrar.sawNoViolation();
    }

    private static Visitor signIn(Visitor visitor, String username, String password) {
        visitor.go("/login");
        visitor.page.locator("[name=username]").fill(username);
        visitor.page.locator("[name=password]").fill(password);
        visitor.page.locator("main button").click();
        return visitor;
    }
}
