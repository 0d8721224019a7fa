package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.certificate.Certificate;
import io.github.gradphoto.certificate.CertificateDesk;
import io.github.gradphoto.notice.Student;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** 发证窗口 as a clerk works at it: the hands stay on the keyboard, the card reader types, a queue is served. N22. */
class DeskBrowserTest extends BrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(DeskBrowserTest.class);
    private static final int QUEUE = 5;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Applications applications;

    @Autowired
    private CertificateDesk certificates;

    private Visitor clerk;

    @Test
    void aQueueIsServedByCardReaderAndKeys() {
        var ready = beans.createBean(RegisteredStudents.class).graduating(demo(), QUEUE + 1);
        var queue = ready.subList(0, QUEUE);
        var proxied = ready.get(QUEUE);
        clerk = ReviewDesk.signIn(desktop("clerk", "zh-CN"), "desk", texts("zh-CN")).visitor;
        clerk.go("/office/certificates");
        assertThat(who()).isFocused();
        clerk.picture();

        for (int i = 0; i < queue.size(); i++) {
            long began = System.nanoTime();
            serve(queue.get(i), i == 0);
            LOG.info("desk: student {} served in {} s", i + 1, (System.nanoTime() - began) / 100_000_000 / 10.0);
        }
        servesAProxy(proxied);
        clerk.sawNoViolation();
        seesWhatIsWrong(queue.get(0));
        onAPhone(queue.get(1));
    }

    private void serve(Student student, boolean pictures) {
        clerk.page.keyboard().type(student.idNumber());
        clerk.page.keyboard().press("Enter");
        assertThat(person().locator("h1")).hasText(student.name());
        assertThat(person().locator(".portrait img")).isVisible();
        if (pictures) {
            clerk.page.waitForCondition(() ->
                    (boolean) person().locator(".portrait img").evaluate("i => i.complete && i.naturalWidth === 480"));
            clerk.pictureOfScreen();
            ticksByKeyboard();
        }
        presses("F2", "TAKE_IN_PRINT", "MAKE_CERTIFICATE");
        presses("F2", "MAKE_CERTIFICATE", "HAND_OVER_CERTIFICATE");
        if (pictures) {
            clerk.pictureOfScreen();
        }
        presses("F2", "HAND_OVER_CERTIFICATE", "NONE");
        assertThat(clerk.page.locator(".box.good")).hasText(texts("zh-CN").of("desk.did.HAND_OVER_CERTIFICATE"));
        assertThat(who()).isFocused();
    }

    /** By its key; and by Space, which leaves the cursor where it is. */
    private void ticksByKeyboard() {
        var tick = person().locator("[name=confirmedAtRegistry]");
        clerk.page.keyboard().press("F8");
        assertThat(tick).isChecked();
        assertThat(who()).isFocused();
        tick.focus();
        clerk.page.keyboard().press("Space");
        assertThat(tick).not().isChecked();
        assertThat(tick).isFocused();
        clerk.page.keyboard().press("Space");
        assertThat(tick).isChecked();
        clerk.page.keyboard().press("Escape");
    }

    /** While the form of the proxy is open, the key of the hand-over is the proxy's. */
    private void servesAProxy(Student student) {
        clerk.page.keyboard().type(student.studentNumber());
        clerk.page.keyboard().press("Enter");
        presses("F2", "TAKE_IN_PRINT", "MAKE_CERTIFICATE");
        presses("F2", "MAKE_CERTIFICATE", "HAND_OVER_CERTIFICATE");
        clerk.page.keyboard().press("F9");
        var name = person().locator("[name=proxyName]");
        assertThat(name).isFocused();
        clerk.page.keyboard().type(student.idNumber());
        clerk.page.keyboard().press("Enter"); // a card on the reader: nothing is sent
        assertThat(name).isFocused();
        name.fill("王大明");
        clerk.page.keyboard().press("F8");
        clerk.pictureOfScreen();
        clerk.page.keyboard().press("F2");
        assertThat(person()).hasAttribute("data-step", "NONE");
        var number = applications.latestOf(student.id()).orElseThrow().number();
        Assertions.assertThat(certificates.of(number).orElseThrow().receiver()).isEqualTo(Certificate.Receiver.PROXY);
    }

    private void presses(String key, String now, String then) {
        assertThat(person()).hasAttribute("data-step", now);
        assertThat(who()).isFocused();
        clerk.page.keyboard().press(key);
        assertThat(person()).hasAttribute("data-step", then);
    }

    /** A card that was misread, and somebody who was here before: told, and the cursor waits for the next card. */
    private void seesWhatIsWrong(Student served) {
        var number = served.idNumber();
        clerk.page.keyboard().type(number.substring(0, 17) + (number.endsWith("5") ? '6' : '5'));
        clerk.page.keyboard().press("Enter");
        assertThat(clerk.page.locator(".box[role=alert]"))
                .hasText(texts("zh-CN").of("refusal.idCheckFails"));
        assertThat(who()).isFocused();
        clerk.page.keyboard().type(served.studentNumber());
        clerk.page.keyboard().press("Enter");
        assertThat(person().locator(".missing.collected")).isVisible();
        clerk.pictureOfScreen();
    }

    private void onAPhone(Student served) {
        clerk.page.setViewportSize(390, 844);
        clerk.go("/office/certificates/desk/"
                + applications.latestOf(served.id()).orElseThrow().number());
        clerk.picture();
        var width = ((Number) clerk.page.evaluate("document.documentElement.scrollWidth")).intValue();
        Assertions.assertThat(width).isLessThanOrEqualTo(390);
    }

    private Locator who() {
        return clerk.page.locator("#who");
    }

    private Locator person() {
        return clerk.page.locator("article.person");
    }
}
