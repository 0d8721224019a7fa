package io.github.gradphoto.demo;

import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.registration.Reverification;
import io.github.gradphoto.review.RejectionReason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What staff do with a case: each is one task of Tasklist, done by the person named last with the fields of its form.
 *
 * @param <S> the case itself, so that steps can be chained
 */
public abstract class StaffSteps<S> {

    private final StaffTaskDriver tasks;
    private final String number;

    StaffSteps(StaffTaskDriver tasks, String number) {
        this.tasks = tasks;
        this.number = number;
    }

    abstract S self();

    public String number() {
        return number;
    }

    /** Any task with any fields, also wrong ones. */
    public S complete(Step step, String by, Map<String, String> fields) {
        tasks.complete(number, step, by, fields);
        return self();
    }

    public S decideEligibility(boolean eligible, String note, String by) {
        return complete(
                Step.DECIDE_ELIGIBILITY, by, Map.of("decision", eligible ? "ELIGIBLE" : "REFUSED", "note", note));
    }

    public S decideManualEntry(boolean approved, String note, String by) {
        return complete(
                Step.APPROVE_MANUAL_ENTRY, by, Map.of("decision", approved ? "APPROVED" : "DENIED", "note", note));
    }

    /** @param reference the transaction number, which no other money has */
    public S confirmPayment(String amount, LocalDate valueDate, String reference, String by) {
        return complete(
                Step.CONFIRM_PAYMENT,
                by,
                Map.of(
                        "decision",
                        "RECEIVED",
                        "amount",
                        amount,
                        "valueDate",
                        valueDate.toString(),
                        "reference",
                        reference));
    }

    public S findNoPayment(String note, String by) {
        return complete(Step.CONFIRM_PAYMENT, by, Map.of("decision", "NOT_RECEIVED", "note", note));
    }

    public S approvePhoto(String by) {
        return complete(Step.REVIEW_PHOTO, by, Map.of("decision", "APPROVED"));
    }

    public S rejectPhoto(String by, RejectionReason... reasons) {
        return complete(Step.REVIEW_PHOTO, by, Map.of("decision", "REJECTED", "reasons", join(reasons)));
    }

    public S askSecondOpinion(String comment, String by) {
        return complete(Step.REVIEW_PHOTO, by, Map.of("decision", "SECOND_OPINION", "comment", comment));
    }

    public S approveAsSecond(String by) {
        return complete(Step.GIVE_SECOND_OPINION, by, Map.of("decision", "APPROVED"));
    }

    public S rejectAsSecond(String by, RejectionReason... reasons) {
        return complete(Step.GIVE_SECOND_OPINION, by, Map.of("decision", "REJECTED", "reasons", join(reasons)));
    }

    public S helpStudent(String note, String by) {
        return complete(Step.HELP_STUDENT, by, Map.of("note", note));
    }

    public S release(String by) {
        return complete(Step.RELEASE_PHOTO, by, Map.of());
    }

    public S enterDelivered(String by) {
        return complete(Step.ENTER_DELIVERY_RESULT, by, Map.of("decision", "DELIVERED"));
    }

    public S enterRefusedByUnit(String note, String by) {
        return complete(Step.ENTER_DELIVERY_RESULT, by, Map.of("decision", "REFUSED", "note", note));
    }

    public S enterComparison(Comparison comparison, String by) {
        return complete(Step.ENTER_COMPARISON_RESULT, by, Map.of("comparison", comparison.name()));
    }

    public S decideReverification(Reverification.Decision decision, String note, String by) {
        return complete(Step.DECIDE_REVERIFICATION, by, Map.of("decision", decision.name(), "note", note));
    }

    public S enterReverificationResult(boolean passed, String note, String by) {
        return complete(
                Step.ENTER_REVERIFICATION_RESULT, by, Map.of("decision", passed ? "PASSED" : "FAILED", "note", note));
    }

    public S print(String by) {
        return complete(Step.PRINT_PHOTOS, by, Map.of());
    }

    public S post(Carrier carrier, String trackingNumber, String by) {
        return complete(Step.POST_PARCEL, by, Map.of("carrier", carrier.name(), "trackingNumber", trackingNumber));
    }

    public S handOverPrints(String by) {
        return complete(Step.HAND_OVER_PRINTS, by, Map.of("identityChecked", "true"));
    }

    public S resolveParcel(Prints.ParcelDecision decision, String note, String by) {
        return complete(Step.RESOLVE_PARCEL, by, Map.of("decision", decision.name(), "note", note));
    }

    public S takeInPrint(Certificate.PrintState state, String by) {
        return complete(Step.TAKE_IN_PRINT, by, Map.of("print", state.name()));
    }

    public S printOnTheSpot(String by) {
        return complete(Step.PRINT_ON_THE_SPOT, by, Map.of());
    }

    public S makeCertificate(String by) {
        return complete(Step.MAKE_CERTIFICATE, by, Map.of());
    }

    public S handOverCertificate(String by) {
        return complete(
                Step.HAND_OVER_CERTIFICATE,
                by,
                Map.of("receiver", Certificate.Receiver.STUDENT.name(), "identityChecked", "true"));
    }

    public S approveRefund(String note, String by) {
        return complete(Step.APPROVE_REFUND, by, Map.of("decision", "APPROVED", "note", note));
    }

    public S payOutRefund(String reference, String by) {
        return complete(Step.PAY_OUT_REFUND, by, Map.of("reference", reference));
    }

    private static String join(RejectionReason... reasons) {
        return Arrays.stream(reasons).map(Enum::name).collect(Collectors.joining(","));
    }
}
