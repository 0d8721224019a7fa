package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** N02, N04: the office takes in a roster and reminds, a class teacher notes a call on the phone. */
class RosterBrowserTest extends BrowserTest {

    private static final String LIST = """
            学号,姓名,证件号,培养单位,专业名称,班级,年级,层次,招生类型,学籍状态,班主任
            2029900,买买提·艾合买提,510699198506200052,财经商贸学院,大数据与会计,浏览器班,%1$d,专科,高职扩招,注册学籍,冯雪
            2029901,王㛃,510699200207310147,财经商贸学院,大数据与会计,浏览器班,%1$d,专科,高职扩招,注册学籍,冯雪
            2029902,坏人,510699199902290031,财经商贸学院,大数据与会计,浏览器班,%1$d,专科,高职扩招,注册学籍,冯雪
            """.formatted(LocalDate.now().getYear() - 3);

    @Test
    void aRosterIsTakenInAndItsStudentsAreSeenRemindedAndCalled() {
        var registrar = signIn(desktop("registrar", "zh-CN"), "registrar");
        registrar.page.waitForURL("**/tasklist/**");
        registrar.go("/office/roster");
        registrar
                .page
                .locator("[name=list]")
                .first()
                .setInputFiles(new FilePayload("roster.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
        registrar.page.locator("main .card button").first().click();
        assertThat(registrar.page.locator(".box.bad")).containsText("院系");
        registrar.picture();
        registrar.page.locator("[name=column_3]").selectOption("DEPARTMENT");
        registrar.page.locator(".mapping + button").click();
        assertThat(registrar.page.locator("main")).containsText("身份证号中的出生日期不存在");
        registrar.picture();
        registrar.page.locator("form.line button").first().click();
        assertThat(registrar.page.locator(".box.good"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Chromium.PATIENCE));
        registrar.picture();

        registrar.go("/office/progress");
        registrar.picture();
        registrar.page.locator("[name=step]").selectOption("NOT_APPLIED");
        registrar.page.locator(".filter button").click();
        registrar.page.locator("[name=schoolClass]").selectOption("浏览器班");
        registrar.page.locator(".filter button").click();
        assertThat(registrar.page.locator(".progress tbody tr")).hasCount(2);
        registrar.page.locator("[data-all=student]").check();
        registrar.page.locator("form .line button").first().click();
        assertThat(registrar.page.locator(".box.good")).containsText("2 人没有邮箱");
        registrar.picture();
        registrar.sawNoViolation();

        var teacher = phone("teacher", "zh-CN");
        signIn(teacher, "teacher1");
        teacher.go("/office/class");
        var row = teacher.page.locator("tr:has-text('王㛃')");
        row.locator(".calls summary").click();
        row.locator("[name=note]").fill("说周五去拍照");
        row.locator(".calls button").click();
        assertThat(teacher.page.locator("tr:has-text('王㛃')")).containsText("说周五去拍照");
        teacher.picture();
        teacher.sawNoViolation();
    }

    private static <V extends Visitor> V signIn(V visitor, String username) {
        visitor.go("/login");
        visitor.page.locator("[name=username]").fill(username);
        visitor.page.locator("[name=password]").fill(Demo.PASSWORD);
        visitor.page.locator("main button").click();
        return visitor;
    }
}
