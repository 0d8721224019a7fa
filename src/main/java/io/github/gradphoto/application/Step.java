package io.github.gradphoto.application;

/** Every place in the process where somebody is waited for; named as the user task of the diagrams. */
public enum Step {
    DECIDE_ELIGIBILITY(Phase.APPLY, false),
    /** 资格复核, after the record was corrected while the case ran */
    REVIEW_ELIGIBILITY(Phase.APPLY, false),
    UPLOAD_CODE(Phase.CODE, true),
    APPROVE_MANUAL_ENTRY(Phase.CODE, false),
    CONFIRM_DETAILS(Phase.DETAILS, true),
    RESOLVE_DISPUTE(Phase.DETAILS, false),
    RECONFIRM_DETAILS(Phase.DETAILS, true),
    PAY(Phase.PAYMENT, true),
    CONFIRM_PAYMENT(Phase.PAYMENT, false),
    UPLOAD_PHOTO(Phase.PHOTO, true),
    GIVE_DELIVERY(Phase.PHOTO, true),
    REVIEW_PHOTO(Phase.REVIEW, false),
    GIVE_SECOND_OPINION(Phase.REVIEW, false),
    HELP_STUDENT(Phase.REVIEW, false),
    SUPPLY_CODE(Phase.REGISTRATION, true),
    RELEASE_PHOTO(Phase.REGISTRATION, false),
    ENTER_DELIVERY_RESULT(Phase.REGISTRATION, false),
    ENTER_COMPARISON_RESULT(Phase.REGISTRATION, false),
    PROVIDE_EVIDENCE(Phase.REGISTRATION, true),
    DECIDE_REVERIFICATION(Phase.REGISTRATION, false),
    ENTER_REVERIFICATION_RESULT(Phase.REGISTRATION, false),
    CONFIRM_AT_REGISTRY(Phase.REGISTRATION, true),
    PRINT_PHOTOS(Phase.PRINTS, false),
    POST_PARCEL(Phase.PRINTS, false),
    CONFIRM_RECEIPT(Phase.PRINTS, true),
    RESOLVE_PARCEL(Phase.PRINTS, false),
    HAND_OVER_PRINTS(Phase.PRINTS, false),
    COLLECT_REPRINT_FEE(Phase.PRINTS, false),
    TAKE_IN_PRINT(Phase.CERTIFICATE, false),
    PRINT_ON_THE_SPOT(Phase.CERTIFICATE, false),
    MAKE_CERTIFICATE(Phase.CERTIFICATE, false),
    HAND_OVER_CERTIFICATE(Phase.CERTIFICATE, false),
    DECIDE_LATE_CASE(Phase.APPLY, false),
    APPROVE_REFUND(Phase.PAYMENT, false),
    PAY_OUT_REFUND(Phase.PAYMENT, false),
    CLAIM_PAYMENT(Phase.PAYMENT, false),
    RETURN_PAYMENT(Phase.PAYMENT, false),
    SIGN_NOTICE(Phase.APPLY, false),
    REVISE_NOTICE(Phase.APPLY, false),
    FOLLOW_UP_UNFINISHED(Phase.APPLY, false),
    DECIDE_UNFINISHED(Phase.APPLY, false);

    private final Phase phase;
    private final boolean student;

    Step(Phase phase, boolean student) {
        this.phase = phase;
        this.student = student;
    }

    public Phase phase() {
        return phase;
    }

    /** Whether the case has no submitted photo while it waits here, so that the close concerns it. */
    boolean isBeforePhoto() {
        return phase.compareTo(Phase.PHOTO) <= 0
                && this != GIVE_DELIVERY
                && this != DECIDE_LATE_CASE
                && this != REVIEW_ELIGIBILITY
                && !isWithoutCase()
                && this != RECONFIRM_DETAILS
                && this != APPROVE_REFUND
                && this != PAY_OUT_REFUND;
    }

    /** Whether the photo has not gone to the collecting unit yet while the case waits here. */
    boolean isBeforeRelease() {
        return isBeforePhoto()
                || this == GIVE_DELIVERY
                || phase == Phase.REVIEW
                || this == SUPPLY_CODE
                || this == RELEASE_PHOTO;
    }

    /** Whether the certificate desk has a print in hand, or printed one: others are of no use then. */
    public boolean isAfterTheDeskTookThePrint() {
        return this == PRINT_ON_THE_SPOT || this == MAKE_CERTIFICATE || this == HAND_OVER_CERTIFICATE;
    }

    /** Whether it is about money that is nobody's, or about a notice, so that no case is behind it. */
    public boolean isWithoutCase() {
        return this == CLAIM_PAYMENT || this == RETURN_PAYMENT || isOfNotice();
    }

    /** Whether it is about a whole notice. */
    public boolean isOfNotice() {
        return this == SIGN_NOTICE
                || this == REVISE_NOTICE
                || this == FOLLOW_UP_UNFINISHED
                || this == DECIDE_UNFINISHED;
    }

    /** Whether the student is the one who is waited for. */
    public boolean isStudents() {
        return student;
    }

    /** Whether the close of the notice ends it: the student's steps up to the photo. */
    public boolean isBoundToTheClose() {
        return student && isBeforePhoto();
    }
}
