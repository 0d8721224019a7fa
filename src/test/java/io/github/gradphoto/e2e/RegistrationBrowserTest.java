package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** N11, N17: the office releases what waits and takes in the answer; the bursary looks at its day and its refunds. */
class RegistrationBrowserTest extends BrowserTest {

    private static final String FILE = "registration-results.csv";

    @Test
    void whatWaitsIsReleasedAndTheAnswerOfTheUnitIsTakenIn() {
        var registrar = signIn(desktop("registration", "zh-CN"), "registrar");
        registrar.go("/office/registration");
        registrar.picture();
        registrar.page.locator("form[action$=packages] button").click();
        assertThat(registrar.page.locator(".box.good")).isVisible(patiently());
        registrar.picture();

        var run = registrar.page.url().replaceFirst("^https?://[^/]+", "").replaceFirst(";.*", "");
        var package1 = registrar.fetch(run + "/package.zip");
        Assertions.assertThat(package1).startsWith('P', 'K').isEqualTo(registrar.fetch(run + "/package.zip"));
        var answers = registrar
                .fetchText(run + "/keys.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0] + ",成功")
                .collect(Collectors.joining("\n", "编号,结果\n", "\n0123456789ABCDEF,成功\n"));

        registrar.go("/office/registration");
        registrar
                .page
                .locator("form[action$=results] [name=list]")
                .setInputFiles(new FilePayload(FILE, "text/csv", answers.getBytes(StandardCharsets.UTF_8)));
        registrar.page.locator("form[action$=results] button").click();
        assertThat(registrar.page.locator("main")).containsText("没有报送过这个编号");
        registrar.picture();
        registrar.page.locator("button[formaction$=accept]").click();
        assertThat(registrar.page.locator(".box.good")).isVisible(patiently());
        registrar.picture();
        registrar.go("/office/registration/open?part=CONFIRMATION");
        registrar.picture();
        registrar.sawNoViolation();
    }

    @Test
    void theBursaryWorksOffItsListsAndSeesItsDay() {
        var bursar = signIn(desktop("bursary", "zh-CN"), "bursar");
        bursar.go("/office/payments");
        bursar.picture();
        bursar.go("/office/payments/refunds");
        bursar.picture();
        bursar.go("/office/payments/unmatched");
        bursar.picture();
        bursar.go("/office/payments/day");
        assertThat(bursar.page.locator("main")).containsText("窗口收款");
        bursar.picture();
        bursar.sawNoViolation();
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(Chromium.PATIENCE);
    }

    private static <V extends Visitor> V signIn(V visitor, String username) {
        visitor.go("/login");
        visitor.page.locator("[name=username]").fill(username);
        visitor.page.locator("[name=password]").fill(Demo.PASSWORD);
        visitor.page.locator("main button").click();
        visitor.page.waitForURL("**/tasklist/**");
        return visitor;
    }
}
