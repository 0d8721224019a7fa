package io.github.gradphoto.demo;

import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.payment.PaymentMethod;
import io.github.gradphoto.payment.Yuan;
import io.github.gradphoto.photo.PhotoSource;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.prints.Address;
import io.github.gradphoto.prints.DeliveryMethod;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        var claims = new EnumMap<DetailField, String>(DetailField.class);
        fields.forEach(field -> claims.put(field, null));
        return disputeDetails(claims, explanation);
    }

    /** @param claims what would be right, by field */
    public DrivenCase disputeDetails(Map<DetailField, String> claims, String explanation) {
        driver.details.dispute(number(), claims, explanation, Map.of());
        return this;
    }

    /** The office finds the student right in all fields, or in none. */
    public DrivenCase resolveDispute(boolean right, String answer, String by) {
        var student = driver.roster.byId(driver.applications.byNumber(number()).studentId());
        var fields = new HashMap<String, String>(Map.of("note", answer));
        for (var claim : driver.details.latest(number()).orElseThrow().claims()) {
            fields.put("decision_" + claim.field(), right ? "CORRECT" : "KEEP");
            fields.put(
                    "value_" + claim.field(),
                    claim.claimed() == null ? claim.field().of(student) : claim.claimed());
        }
        return complete(Step.RESOLVE_DISPUTE, by, fields);
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
        return uploadPhoto(driver.photos.prepare(picture, null, List.of(Background.values())), PhotoSource.ALBUM);
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
