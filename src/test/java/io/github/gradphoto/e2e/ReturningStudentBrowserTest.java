package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A student comes back: with a mail address that is stale, and to a page that was closed half filled in. */
class ReturningStudentBrowserTest extends BrowserTest {

    private static final String[] TEACHERS = {"teacher1", "teacher2", "teacher3"};

    @Test
    void aStaleAddressIsMendedWithACodeFromTheClassTeacher() {
        var demo = demo();
        var student = demo.student("CODE", 1);
        var phone = phone("stale", "zh-CN");
        phone.go("/sign-in");
        phone.follows("activate.link");
        phone.sees("activate.lead");

        phone.page.getByLabel(phone.text("signIn.number")).fill(student.number());
        phone.page.getByLabel(phone.text("signIn.lastSix")).fill(student.idLastSix());
        phone.page.getByLabel(phone.text("activate.code")).fill(codeFromTeacher(student));
        phone.presses("activate.submit");
        phone.sees("contact.lead");
        demo.lookIntoMailbox();
        phone.page.getByLabel(phone.text("field.EMAIL")).fill("new-address@example.com");
        phone.presses("signIn.send");
        phone.sees("contact.code.sent");
        phone.page.getByLabel(phone.text("signIn.code.label")).fill(demo.newSignInCode());
        phone.page.locator("[name=mine]").check();
        phone.fits();
        phone.presses("contact.code.submit");
        phone.isAskedFor("UPLOAD_CODE");
        phone.sees("phones.forget");

        // the session is gone, the phone is known
        phone.forgetsSession();
        phone.go("/my");
        phone.isAskedFor("UPLOAD_CODE");
        phone.sawNoViolation();
        phone.sawNoDownloadOrPopUp();
    }

    private String codeFromTeacher(Demo.Student student) {
        for (var teacher : TEACHERS) {
            var desktop = desktop(teacher, "zh-CN");
            desktop.go("/login");
            desktop.page.locator("[name=username]").fill(teacher);
            desktop.page.locator("[name=password]").fill(Demo.PASSWORD);
            desktop.page.locator("main button").click();
            assertThat(desktop.page.locator(".ways")).isVisible();
            desktop.go("/office/class");
            var row = desktop.page
                    .locator("table.students tr")
                    .filter(new Locator.FilterOptions().setHasText(student.number()));
            if (row.count() > 0) {
                row.locator(".activation summary").click();
                row.locator("[name=checked]").check();
                row.locator("input[name=note]").fill("回拨名册电话，核对了姓名和班级");
                desktop.picture();
                row.locator(".activation button").click();
                var code = desktop.page.locator(".big.code");
                assertThat(code).isVisible();
                desktop.picture();
                desktop.sawNoViolation();
                return code.textContent();
            }
        }
        throw new AssertionError("No class teacher has " + student.number());
    }

    @Test
    void whatWasTypedIsThereAfterThePageWasClosed() {
        var demo = demo();
        var phone = phone("draft", "zh-CN");
        phone.go("/sign-in");
        phone.signsIn(demo, demo.student("NEW", 2));
        phone.sees("apply.you");
        phone.page.getByLabel(phone.text("apply.code.later")).check();
        phone.page.waitForResponse(
                answer -> answer.url().endsWith("/my/drafts/apply") && answer.status() == 204,
                () -> phone.page.locator("[name=collectionType][value=CENTRAL]").check());
        phone.page.navigate("about:blank");

        phone.go("/my");
        phone.sees("draft.restored");
        assertThat(phone.page.locator("[name=collectionType][value=CENTRAL]")).isChecked();
        assertThat(phone.page.locator("[name=consents][value=PRIVACY]")).not().isChecked();
        phone.sawNoViolation();
        phone.sawNoDownloadOrPopUp();
    }

    @Test
    void theGuidesFitThePhone() {
        var phone = phone("guides", "zh-CN");
        for (var route : new String[] {"code-web", "code-wechat", "code-app"}) {
            phone.go("/guides/" + route);
            assertThat(phone.page.locator(".pictured img")).hasCount(4);
            phone.sees("guide.code.wrong");
        }
        phone.sawNoViolation();
    }
}
