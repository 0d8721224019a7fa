package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A student asks for more time on the phone; the registrar answers on the page for many at once. */
class ExtensionBrowserTest extends BrowserTest {

    @Test
    void aRequestForMoreTimeIsSeenByTheOfficeAndItsAnswerByTheStudent() {
        var demo = demo();
        var student = demo.student("CODE", 0);
        var phone = phone("extension", "zh-CN");
        phone.go("/sign-in");
        phone.signsIn(demo, student);
        phone.follows("extension.ask");
        phone.sees("extension.title");
        phone.page.locator("[name=reason]").fill("在外地实习，月底才能回来拍照");
        phone.presses("extension.submit");
        phone.sees("extension.open");

        var registrar = desktop("registrar", "zh-CN");
        registrar.go("/login");
        registrar.page.locator("[name=username]").fill("registrar");
        registrar.page.locator("[name=password]").fill(Demo.PASSWORD);
        registrar.page.locator("main button").click();
        registrar.page.waitForURL("**/tasklist/**");
        registrar.go("/office/absence");
        registrar.picture();
        registrar.go("/office/late");
        var row = registrar.page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("在外地实习，月底才能回来拍照"));
        row.locator("[name=numbers]").check();
        registrar.page.locator("[name=decision][value=KEEP]").check();
        registrar.page.locator("[name=note]").fill("月底之后仍有两周时间");
        registrar.picture();
        registrar.page.locator("fieldset button").click();
        assertThat(registrar.page.locator(".box.good")).isVisible();
        assertThat(row).hasCount(0);
        registrar.picture();
        registrar.sawNoViolation();

        phone.reloads();
        phone.sees("extension.refused");
        assertThat(phone.page.getByText("月底之后仍有两周时间").first()).isVisible();
        phone.isAskedFor("UPLOAD_CODE");
        phone.sawNoViolation();
    }
}
