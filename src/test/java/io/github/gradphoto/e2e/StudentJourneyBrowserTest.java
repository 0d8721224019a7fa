package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One student on a phone, from the notice to the certificate, and everybody of the staff who has a hand in it. */
class StudentJourneyBrowserTest extends BrowserTest {

    private static final String REVIEW = "REVIEW_PHOTO";

    private Demo demo;
    private Demo.Student student;
    private StudentPhone phone;

    @Test
    void fromTheNoticeToTheCertificate() {
        demo = demo();
        student = demo.student("NEW", 0);
        phone = phone("student", "zh-CN");
        reads();
        applies();
        giveCode();
        confirmsDetails();
        pays();
        uploadsPhoto(demo.portrait(student, "BLUE_SHIRT"));
        choosesDelivery();
        isRejectedAndUploadsAgain();
        isApproved();
        isRegistered();
        getsPrints();
        getsCertificate();
        phone.sawNoViolation();
        phone.sawNoDownloadOrPopUp();
    }

    private void reads() {
        phone.go("/");
        phone.sees("notice.code.title");
        phone.follows("guide.code-wechat.title");
        phone.sees("guide.code.password");
        phone.page.goBack();
        phone.follows("notice.start");
        phone.sees("signIn.lead");
    }

    private void applies() {
        phone.signsIn(demo, student);
        phone.sees("apply.you");
        phone.page.locator("[name=collectionType][value=INDIVIDUAL]").check();
        phone.page.getByLabel(phone.text("apply.code.later")).check();
        for (var consent : new String[] {"PRIVACY", "PHOTO", "COURIER"}) {
            phone.page.locator("[name=consents][value=" + consent + "]").check();
        }
        phone.page.locator("[name=acknowledged]").check();
        phone.presses("apply.submit");
    }

    private void giveCode() {
        phone.opens("UPLOAD_CODE");
        phone.chooses("codePicture", demo.code(student), "code.png", "image/png");
        assertThat(phone.page.locator("#code-preview")).isVisible();
        phone.presses("code.upload.submit");
    }

    private void confirmsDetails() {
        phone.opens("CONFIRM_DETAILS");
        assertThat(phone.page.locator("main")).containsText(student.name());
        phone.presses("details.right");
    }

    private void pays() {
        phone.opens("PAY");
        assertThat(phone.page.locator(".amount")).containsText("30");
        phone.page.locator("[name=method][value=COUNTER]").check();
        phone.presses("payment.submit");
        phone.waitsFor("CONFIRM_PAYMENT");

        var bursar = tasklist("bursar");
        bursar.takes("CONFIRM_PAYMENT", student.name())
                .ticks("decision", "RECEIVED")
                .completes("CONFIRM_PAYMENT", student.name());
        bursar.leaves();
        phone.reloads();
    }

    private void uploadsPhoto(byte[] portrait) {
        phone.opens("UPLOAD_PHOTO");
        phone.page.locator("[name=source][value=ALBUM]").check();
        phone.chooses("photo", portrait, "me.jpg", "image/jpeg");
        var frame = phone.page.locator("#crop-frame");
        assertThat(frame).isVisible();
        phone.page.locator("[data-crop=smaller]").click();
        var before = phone.page.locator("[name=frameY]").inputValue();
        dragUp(60);
        assertThat(phone.page.locator("[name=frameY]")).not().hasValue(before);
        phone.fits();
        phone.picture();
        phone.declares();
        phone.presses("photo.submit");
        phone.sees("verdict.taken");
        phone.page.locator("main a.button").first().click();
    }

    private void dragUp(int pixels) {
        var box = phone.page.locator("#crop-frame").boundingBox();
        var mouse = phone.page.mouse();
        mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        mouse.down();
        mouse.move(box.x + box.width / 2, box.y + box.height / 2 - pixels);
        mouse.up();
    }

    private void choosesDelivery() {
        phone.opens("GIVE_DELIVERY");
        phone.page.locator("[name=method][value=POST]").check();
        phone.page.getByLabel(phone.text("delivery.recipient")).fill(student.name());
        phone.page.locator("[name=phone]").fill("13800001234");
        phone.page.locator("[name=province]").fill("四川省");
        phone.page.locator("[name=city]").fill("示例市");
        phone.page.locator("[name=district]").fill("示例区");
        phone.page.locator("[name=street]").fill("示例路8号");
        phone.presses("delivery.submit");
        phone.waitsFor(REVIEW);
    }

    private void isRejectedAndUploadsAgain() {
        var reviewer = tasklist("reviewer").takes(REVIEW, student.name());
        reviewer.ticks("decision", "REJECTED")
                .ticks("reasons", "BLUE_OR_GREEN_CLOTHES")
                .ticks("reasons", "JEWELLERY")
                .completes(REVIEW, student.name());
        reviewer.leaves();

        phone.reloads();
        var asked = phone.isAskedFor("UPLOAD_PHOTO");
        for (var reason : new String[] {"BLUE_OR_GREEN_CLOTHES", "JEWELLERY"}) {
            assertThat(asked).containsText(phone.text("review.reason." + reason));
            assertThat(asked).containsText(phone.text("review.mend." + reason));
        }
        uploadsPhoto(demo.portrait(student));
        phone.waitsFor(REVIEW);
    }

    private void isApproved() {
        var reviewer = tasklist("reviewer2").takes(REVIEW, student.name());
        assertThat(reviewer.form()).containsText(phone.text("review.reason.BLUE_OR_GREEN_CLOTHES"));
        reviewer.ticks("decision", "APPROVED").completes(REVIEW, student.name());
        reviewer.leaves();
        phone.reloads();
        phone.waitsFor("RELEASE_PHOTO");
        phone.sees("photo.state.APPROVED");
    }

    private void isRegistered() {
        var office = tasklist("registrar");
        office.takes("RELEASE_PHOTO", student.name()).completes("RELEASE_PHOTO", student.name());
        office.takes("ENTER_DELIVERY_RESULT", student.name())
                .ticks("decision", "DELIVERED")
                .completes("ENTER_DELIVERY_RESULT", student.name());
        office.takes("ENTER_COMPARISON_RESULT", student.name())
                .ticks("comparison", "PASSED")
                .completes("ENTER_COMPARISON_RESULT", student.name());
        office.leaves();
        phone.reloads();
        phone.isAskedFor("CONFIRM_AT_REGISTRY");
        phone.presses("registry.submit");
        phone.sees("common.done");
    }

    private void getsPrints() {
        var mailroom = tasklist("mailroom").takes("PRINT_PHOTOS", student.name());
        assertThat(mailroom.sheet()).startsWith("%PDF-");
        mailroom.completes("PRINT_PHOTOS", student.name());
        mailroom.takes("POST_PARCEL", student.name())
                .selects("carrier", "EMS")
                .fills("trackingNumber", "1199202399990")
                .completes("POST_PARCEL", student.name());
        mailroom.leaves();

        phone.reloads();
        assertThat(phone.isAskedFor("CONFIRM_RECEIPT")).containsText("1199202399990");
        phone.presses("receipt.yes");
        phone.waitsFor("TAKE_IN_PRINT");
    }

    private void getsCertificate() {
        var desk = tasklist("desk");
        desk.takes("TAKE_IN_PRINT", student.name())
                .ticks("print", "AT_HAND")
                .completes("TAKE_IN_PRINT", student.name());
        desk.takes("MAKE_CERTIFICATE", student.name()).completes("MAKE_CERTIFICATE", student.name());
        desk.takes("HAND_OVER_CERTIFICATE", student.name())
                .ticks("identityChecked", "true")
                .ticks("receiver", "STUDENT")
                .completes("HAND_OVER_CERTIFICATE", student.name());
        desk.leaves();
        phone.reloads();
        phone.sees("my.state.COLLECTED");
        assertThat(phone.page.locator(".stepper .done")).hasCount(9);
    }
}
