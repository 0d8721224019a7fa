package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator finds cases, running and finished, and mends what a dead mail server left behind. */
class CockpitBrowserTest extends BrowserTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final String OPERATIONS = COCKPIT + "gradphoto";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String INCIDENTS = ENGINE + "incident";
    private static final LocatorAssertions.HasTextOptions PATIENT_TEXT =
            new LocatorAssertions.HasTextOptions().setTimeout(Chromium.PATIENCE);
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY_CONTAINED =
            new LocatorAssertions.ContainsTextOptions().setTimeout(Chromium.PATIENCE);
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(Chromium.PATIENCE);

    @Test
    void aCaseIsFoundByItsNumberAndItsTokenIsSeen() {
        var number = demo().applicationNumber("REVIEW", 0);
        var admin = administrator("running");
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
    void aFailedStepIsReadInPlainWordsAndRetriedAtOnceWhenTheMailServerIsBack() {
        var admin = administrator("failed");
        var incident = admin.fetchText(INCIDENTS);
        admin.go(OPERATIONS + "?view=failed");
        var card = admin.page.locator("[data-step=deliverMessage]");
        assertThat(card).containsText("邮件服务器连不上", PATIENTLY_CONTAINED);
        assertThat(card).containsText("有消息没有发出去");
        admin.picture();

        isTriedAgainLater(admin, incident);
        admin.go("/office");
        admin.go(OPERATIONS + "?view=retries");
        var retried = admin.page.locator("[data-view=retries] tbody tr");
        assertThat(retried).containsText("邮件服务器连不上", PATIENTLY_CONTAINED);
        assertThat(retried).containsText("2099-12-31");
        admin.picture();
        setsTries(admin, jobOf(incident), 0, "2099-12-31T00:00:00.000+0000"); // a retry does not wait for it

        admin.go("/office");
        admin.go(COCKPIT + "process-instance/" + instanceOf(incident) + "/runtime?tab=gradphoto-log");
        assertThat(incidents(admin)).hasText("1", PATIENT_TEXT);
        admin.page
                .locator(".nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText("操作记录"))
                .click();
        assertThat(admin.page.locator(".gp-tab")).containsText("设置重试次数", PATIENTLY_CONTAINED);
        admin.picture();

        switchesMailServerOn();
        admin.go(OPERATIONS + "?view=failed");
        card.locator(".gp-retry button").click();
        admin.picture();
        card.locator(".gp-yes").click();
        assertThat(card.locator(".gp-result")).containsText("成功 1 项", PATIENTLY_CONTAINED);
        admin.picture();
        admin.page.waitForCondition(() -> admin.fetchText(INCIDENTS).equals("[]"));
        // Cockpit is loaded anew: a reload in the middle of its own navigation can leave an empty page.
        admin.go("/office/operations");
        assertThat(admin.page.locator("main")).containsText("没有任务停在故障处");
        admin.picture();
        admin.go(COCKPIT + "processes");
        var row = admin.page.locator("tr").filter(new Locator.FilterOptions().setHasText("sendMessage"));
        assertThat(row.locator("td.incidents")).hasText("0", PATIENT_TEXT);
        admin.sawNoViolation();
    }

    @Test
    void whatFailedInACalledDiagramAndInTheEngineItselfIsFound() {
        var admin = administrator("called");
        var payment = admin.fetchText(ENGINE + "job?processDefinitionKey=photoPayment&maxResults=1");
        var called = read("processInstanceId", payment);
        var caller = read("id", admin.fetchText(ENGINE + "process-instance?subProcessInstance=" + called));
        var cleanup = admin.fetchText(ENGINE + "history/cleanup/jobs");
        var due = "2099-12-31T00:00:00.000+0000";
        setsTries(admin, read("id", payment), 0, due);
        setsTries(admin, read("id", cleanup), 0, due);
        try {
            admin.go(OPERATIONS + "?view=case&id=" + caller);
            var red = admin.page.locator("[data-view=case] .gp-red");
            assertThat(red).containsText("怎么办", PATIENTLY_CONTAINED);
            assertThat(red.locator("a")).hasAttribute("href", Pattern.compile(".*id=" + called));
            admin.picture();
            admin.go("/office");
            admin.go(OPERATIONS + "?view=failed");
            var own = admin.page.locator("[data-step=engine]");
            assertThat(own).containsText("流程引擎自身", PATIENTLY_CONTAINED);
            assertThat(own.locator("a")).hasAttribute("href", "#/batch");
            admin.picture();
            admin.sawNoViolation();
        } finally {
            setsTries(admin, read("id", payment), 3, read("dueDate", payment));
            setsTries(admin, read("id", cleanup), 3, read("dueDate", cleanup));
        }
    }

    @Test
    void aFinishedCaseShowsItsWayAndIsFoundByItsNumber() {
        var number = demo().applicationNumber("OVER", 0);
        var admin = administrator("finished");
        admin.go(OPERATIONS + "?view=finished");
        assertThat(admin.page.locator("[data-view=finished] tbody tr").first()).isVisible(PATIENTLY);
        admin.picture();

        admin.page.locator(".gp-search input").fill(number);
        admin.page.locator(".gp-search button").click();
        var found = admin.page
                .locator("[data-view=search] tbody tr")
                .filter(new Locator.FilterOptions().setHasText("毕业生电子图像采集"));
        assertThat(found).containsText(number, PATIENTLY_CONTAINED);
        admin.picture();
        found.locator("a").click();
        assertThat(admin.page.locator("[data-view=case] .gp-done[data-element-id=confirmDetails]"))
                .isVisible(PATIENTLY);
        assertThat(admin.page.locator("[data-view=case] tbody").first()).containsText("申请已提交");
        admin.picture();
        admin.page.locator("[data-view=case] table").first().scrollIntoViewIfNeeded();
        admin.picture();
        admin.sawNoViolation();
    }

    @Test
    void theHeatmapAndTheFunnelCountTheStepsInTheReadersLanguage() {
        var admin = administrator("heat");
        admin.go(OPERATIONS + "?view=heat");
        assertThat(admin.page.locator(".djs-element.gp-heat-5").first()).isVisible(PATIENTLY);
        admin.picture();
        admin.page.locator(".gp-funnel table").scrollIntoViewIfNeeded();
        assertThat(admin.page.locator(".gp-funnel")).containsText("审核照片");
        admin.picture();
        admin.page
                .locator(".gp-switch a")
                .filter(new Locator.FilterOptions().setHasText("用时"))
                .click();
        assertThat(admin.page.locator(".gp-legend")).containsText("用时中位数", PATIENTLY_CONTAINED);
        admin.picture();
        admin.go("/office?lang=en");
        admin.go(OPERATIONS + "?view=heat");
        assertThat(admin.page.locator(".gp-funnel")).containsText("Review photo", PATIENTLY_CONTAINED);
        assertThat(admin.page.locator(".gp-tabs")).hasText(Pattern.compile("^[ -~]+$"));
        admin.picture();
        admin.sawNoViolation();
    }

    private static void isTriedAgainLater(Visitor admin, String incident) {
        setsTries(admin, jobOf(incident), 3, "2099-12-31T00:00:00.000+0000");
    }

    /** As a script of an administrator would, with the page's own session. */
    private static void setsTries(Visitor admin, String job, int tries, String due) {
        var status = admin.page.evaluate("""
                ([job, retries, dueDate]) => fetch(`/camunda/api/engine/engine/default/job/${job}/retries`, {
                  method: 'PUT', body: JSON.stringify({ retries, dueDate }),
                  headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1] },
                }).then(answer => answer.status)""", List.of(job, tries, due));
        assertThat(status).isEqualTo(204);
    }

    private static String jobOf(String incident) {
        return read("configuration", incident);
    }

    private static String instanceOf(String incident) {
        return read("processInstanceId", incident);
    }

    private static String read(String name, String incident) {
        var value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(incident);
        assertTrue(value.find());
        return value.group(1);
    }

    /** @param name of the pictures */
    private Visitor administrator(String name) {
        var admin = desktop(name, "zh-CN");
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
