package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** 收发室 with the prints of a class: put together, printed, reported, handed out. N19. */
class PrintsBrowserTest extends BrowserTest {

    @Autowired
    private AutowireCapableBeanFactory beans;

    private Visitor mailroom;

    @Test
    void thePrintsOfAClassAreARunWhichIsReportedAndHandedOut() {
        var students = beans.createBean(RegisteredStudents.class).graduating(demo(), 2);
        mailroom = ReviewDesk.signIn(desktop("mailroom", "zh-CN"), "mailroom", texts("zh-CN")).visitor;
        mailroom.go("/office/prints");
        mailroom.picture();
        opensARunOfTheClassOf(students.get(0));
        for (var student : students) {
            assertThat(row(student)).containsText(texts("zh-CN").of("prints.state.OPEN"));
        }
        var run = mailroom.page.url().substring(mailroom.base.length());
        for (var file : new String[] {"/sheets.pdf", "/labels.pdf", "/packing-list.pdf"}) {
            Assertions.assertThat(new String(mailroom.fetch(run + file), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
        mailroom.picture();

        mailroom.page.locator("#report button").click();
        assertThat(mailroom.page.locator("#report .said"))
                .hasText(texts("zh-CN").of("prints.run.over"));
        assertThat(mailroom.page.locator("#run-open")).hasText("0");
        assertThat(row(students.get(0))).containsText(texts("zh-CN").of("prints.state.PRINTED"));
        mailroom.picture();

        isHandedOut(students.get(0));
        isPostedByTheList();
        for (var page : new String[] {"courier", "post", "parcels"}) {
            mailroom.go("/office/prints/" + page);
            mailroom.picture();
        }
        mailroom.sawNoViolation();
        fitsAPhone();
    }

    private void opensARunOfTheClassOf(Student student) {
        mailroom.page.locator("[name=chosen]").all().forEach(Locator::uncheck);
        mailroom.page
                .locator("[name=chosen][value$='" + student.classCode() + "']")
                .check();
        mailroom.page.getByText(texts("zh-CN").of("prints.run.open")).click();
        mailroom.page.waitForURL("**/office/prints/runs/*");
    }

    private void isHandedOut(Student student) {
        mailroom.go("/office/prints/pickup?classCode=" + student.classCode());
        var row = mailroom.page
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(student.studentNumber()));
        row.locator("[name=numbers]").check();
        mailroom.page.locator("[name=identityChecked]").check();
        mailroom.picture();
        mailroom.page.getByText(texts("zh-CN").of("prints.pickup.do")).click();
        assertThat(mailroom.page.locator(".box.good")).hasText(texts("zh-CN").of("prints.pickup.done", 1));
        assertThat(row).hasCount(0);
    }

    private void isPostedByTheList() {
        var number = beans.createBean(RegisteredStudents.class).toPost(demo(), College.ADDRESS);
        mailroom.go("/office/prints/courier");
        var list = "订单号,运单号\n" + number + ",SF9900000000001\n";
        mailroom.page
                .locator("[name=list]")
                .setInputFiles(new FilePayload("numbers.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        mailroom.page.locator("[name=carrier]").selectOption("SF");
        mailroom.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(texts("zh-CN").of("office.list.preview")))
                .click();
        mailroom.page.locator("[data-parts]").click();
        assertThat(mailroom.page.locator("#numbers .said"))
                .hasText(texts("zh-CN").of("prints.tracking.over", 1, 0));
        assertThat(mailroom.page.locator("tr[data-ready] .light"))
                .hasText(texts("zh-CN").of("prints.tracking.kind.KNOWN"));
        mailroom.picture();
    }

    private void fitsAPhone() {
        mailroom.page.setViewportSize(390, 844);
        for (var page : new String[] {"", "/courier", "/post", "/parcels", "/pickup"}) {
            mailroom.go("/office/prints" + page);
            var width = ((Number) mailroom.page.evaluate("document.documentElement.scrollWidth")).intValue();
            Assertions.assertThat(width).as(page).isLessThanOrEqualTo(390);
        }
        mailroom.go("/office/prints/post");
        mailroom.picture();
    }

    private Locator row(Student student) {
        return mailroom.page
                .locator("#members tbody tr")
                .filter(new Locator.FilterOptions().setHasText(student.studentNumber()));
    }
}
