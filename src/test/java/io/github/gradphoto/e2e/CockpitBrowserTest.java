package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator finds a case and mends what a dead mail server left behind. */
class CockpitBrowserTest extends BrowserTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final String ALL_INCIDENTS = "/camunda/api/engine/engine/default/incident";
    private static final String INCIDENTS = "/camunda/api/engine/engine/default/incident/count";
    private static final LocatorAssertions.HasTextOptions PATIENT_TEXT =
            new LocatorAssertions.HasTextOptions().setTimeout(Chromium.PATIENCE);
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(Chromium.PATIENCE);

    @Test
    void aCaseIsFoundByItsNumberAndItsTokenIsSeen() {
        var number = demo().applicationNumber("REVIEW", 0);
        var admin = administrator();
        opensDefinition(admin, "graduatePhoto");
        var search = admin.page.locator("input.main-field").first();
        // Without a chosen criterion Cockpit searches by business key, which is the application number.
        search.fill(number);
        search.press("Enter");
        var found = admin.page.locator("tr").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(found).hasCount(1);
        found.locator("a[href*='process-instance']").first().click();
        assertThat(token(admin, "reviewPhoto")).isVisible(PATIENTLY);
        admin.picture();
        admin.sawNoViolation();
    }

    @Test
    void anIncidentIsRetriedWhenTheMailServerIsBack() {
        var admin = administrator();
        opensDefinition(admin, "sendMessage");
        admin.go(COCKPIT + "process-instance/" + instanceWithIncident(admin) + "/runtime");
        assertThat(incidents(admin)).hasText("1", PATIENT_TEXT);
        admin.page
                .locator(".nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText("故障"))
                .click();
        assertThat(admin.page.locator("td.message")).containsText("mail server is switched off");
        admin.picture();

        switchesMailServerOn();
        admin.page.locator(".ctn-toolbar .glyphicon-repeat").click();
        var retry = admin.page.locator(".modal-footer .btn-primary");
        retry.first().click();
        var finished = admin.page.locator(".modal-footer .btn-primary:not(.ng-hide)");
        assertThat(finished).isEnabled();
        admin.picture();
        finished.click();

        admin.page.waitForCondition(() -> admin.fetchText(INCIDENTS).contains("\"count\":0"));
        // Cockpit is loaded anew: a reload in the middle of its own navigation can leave an empty page.
        admin.go("/office");
        admin.go(COCKPIT + "processes");
        var row = admin.page.locator("tr").filter(new Locator.FilterOptions().setHasText("sendMessage"));
        assertThat(row.locator("td.incidents")).hasText("0", PATIENT_TEXT);
        admin.picture();
        admin.sawNoViolation();
    }

    /** Many messages are on their way; one of them cannot be sent. */
    private static String instanceWithIncident(Visitor admin) {
        var id = Pattern.compile("\"processInstanceId\":\"([^\"]+)\"").matcher(admin.fetchText(ALL_INCIDENTS));
        assertTrue(id.find());
        return id.group(1);
    }

    private Visitor administrator() {
        var admin = desktop("admin", "zh-CN");
        admin.go("/login");
        admin.page.locator("[name=username]").fill("admin");
        admin.page.locator("[name=password]").fill(Demo.PASSWORD);
        admin.page.locator("main button").click();
        admin.page.waitForURL("**/cockpit/**");
        return admin;
    }

    private void opensDefinition(Visitor admin, String key) {
        admin.go(COCKPIT + "processes");
        admin.page
                .locator("a[href*='#/process-definition/" + key + ":']")
                .first()
                .click();
        assertThat(admin.page.locator(".djs-container")).isVisible(PATIENTLY);
    }

    private void switchesMailServerOn() {
        var demo = demo().visitor();
        demo.go("/demo/mail");
        demo.page.getByText(texts("zh-CN").of("demo.mail.server.switchOn")).click();
        assertThat(demo.page.locator("#server summary"))
                .containsText(texts("zh-CN").of("demo.mail.server.isOn"));
        demo.picture();
    }

    private static Locator incidents(Visitor admin) {
        return admin.page.locator(".djs-overlays[data-container-id=deliverMessage] .instance-incidents");
    }

    private static Locator token(Visitor admin, String activity) {
        return admin.page.locator(".djs-overlays[data-container-id=" + activity + "] .instance-count");
    }
}
