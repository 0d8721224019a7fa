package io.github.gradphoto.demo;

import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.payment.PaymentMethod;
import io.github.gradphoto.payment.Yuan;
import io.github.gradphoto.photo.PhotoSource;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.prints.Address;
import io.github.gradphoto.prints.DeliveryMethod;
import java.time.LocalDate;
import java.util.List;

/** One case on its way: what the student does is here, what staff do is in {@link StaffSteps}. */
public final class DrivenCase extends StaffSteps<DrivenCase> {

    private final CaseDriver driver;

    DrivenCase(CaseDriver driver, String number) {
        super(driver.tasks, number);
        this.driver = driver;
    }

    @Override
    DrivenCase self() {
        return this;
    }

    public DrivenCase uploadCode(String payload) {
        driver.codes.upload(number(), payload);
        return this;
    }

    public DrivenCase askManualEntry(String reason) {
        driver.codes.askManualEntry(number(), reason);
        return this;
    }

    /** 无误, with the contact that the roster has. */
    public DrivenCase confirmDetails() {
        var student = driver.roster.byId(driver.applications.byNumber(number()).studentId());
        return confirmDetails(student.email(), student.phone());
    }

    public DrivenCase confirmDetails(String email, String phone) {
        driver.details.confirm(number(), email, phone);
        return this;
    }

    public DrivenCase disputeDetails(List<DetailField> fields, String explanation) {
        driver.details.dispute(number(), fields, explanation);
        return this;
    }

    public DrivenCase payAtCounter() {
        driver.payments.choose(number(), PaymentMethod.COUNTER, null, null);
        return this;
    }

    public DrivenCase payByTransfer(String reference) {
        driver.payments.choose(number(), PaymentMethod.TRANSFER, reference, null);
        return this;
    }

    /** What is owed came in, wholly. */
    public DrivenCase confirmPayment(LocalDate valueDate, String by) {
        var order = driver.payments.latest(number()).orElseThrow();
        return confirmPayment(Yuan.text(order.restCents()), valueDate, "R-" + order.number(), by);
    }

    public DrivenCase uploadPhoto(byte[] picture) {
        return uploadPhoto(driver.photos.prepare(picture, null), PhotoSource.ALBUM);
    }

    /** A picture that was prepared before, which takes the time. */
    public DrivenCase uploadPhoto(PhotoUpload.Prepared picture, PhotoSource source) {
        driver.photos.submit(number(), picture, source, true);
        return this;
    }

    public DrivenCase havePrintsPosted(Address address) {
        driver.deliveries.give(number(), DeliveryMethod.POST, address);
        return this;
    }

    public DrivenCase fetchPrintsAtCounter() {
        driver.deliveries.give(number(), DeliveryMethod.PICKUP, null);
        return this;
    }

    /** 图像校对: the student pressed 正确. */
    public DrivenCase confirmAtRegistry() {
        driver.confirmations.confirm(number());
        return this;
    }

    public DrivenCase provideEvidence(String evidence) {
        driver.reverifications.provide(number(), evidence);
        return this;
    }

    public DrivenCase confirmReceipt() {
        driver.prints.answerReceipt(number(), true, null);
        return this;
    }

    public DrivenCase denyReceipt(String trouble) {
        driver.prints.answerReceipt(number(), false, trouble);
        return this;
    }

    public DrivenCase withdraw() {
        driver.ends.withdraw(number());
        return this;
    }
}
