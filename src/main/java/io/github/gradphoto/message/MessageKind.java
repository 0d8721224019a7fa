package io.github.gradphoto.message;

import io.github.gradphoto.notice.Student;
import java.util.function.Predicate;

/** What a message is about. Three classes are the student's choice (N20), the rest is always sent. */
public enum MessageKind {
    SIGN_IN_CODE(student -> true),
    /** to a new address, which counts once its code came back */
    CONTACT_CODE(student -> true),
    /** 请通知学生: the notice itself (N04) */
    INVITATION(student -> true),
    /** 催办, on the days that the notice names */
    NOTICE_REMINDER(student -> true),
    /** to staff: who of a class has not finished (N23) */
    TEACHER_ESCALATION(student -> true),
    OFFICE_ESCALATION(student -> true),
    /** to administrators: how many jobs gave up, and where */
    INCIDENT_DIGEST(student -> true),
    APPLICATION_RECEIVED(student -> true),
    APPLICATION_REFUSED(student -> true),
    REMINDER(student -> true),
    /** the office asked a student whom it chose from a list */
    OFFICE_REMINDER(student -> true),
    PAYMENT_REMINDER(student -> true),
    DEADLINE_EXTENDED(student -> true),
    EXTENSION_REFUSED(student -> true),
    APPLICATION_ENDED(student -> true),
    CODE_REFUSED(Student::wantsResults),
    DISPUTE_ANSWERED(Student::wantsResults),
    ELIGIBILITY_EVIDENCE(student -> true),
    ROSTER_CORRECTED(student -> true),
    PHOTO_APPROVED(Student::wantsResults),
    PHOTO_REJECTED(Student::wantsResults),
    PHOTO_HELP(Student::wantsResults),
    NEW_PHOTO_NEEDED(Student::wantsResults),
    CONFIRM_AT_REGISTRY(Student::wantsResults),
    EVIDENCE_NEEDED(Student::wantsResults),
    REGISTRATION_FAILED(Student::wantsResults),
    NO_CERTIFICATE(Student::wantsResults),
    GRADUATES_AFTER_ALL(Student::wantsResults),
    PAYMENT_CONFIRMED(Student::wantsOrderStatus),
    PARCEL_POSTED(Student::wantsOrderStatus),
    REPRINT_GRANTED(Student::wantsOrderStatus),
    REPRINT_DROPPED(Student::wantsOrderExceptions),
    READY_FOR_PICKUP(Student::wantsOrderStatus),
    CERTIFICATE_READY(Student::wantsOrderStatus),
    PAYMENT_NOT_FOUND(Student::wantsOrderExceptions),
    ORDER_REOPENED(Student::wantsOrderExceptions),
    PARCEL_PROBLEM(Student::wantsOrderExceptions),
    PAYMENT_SHORT(Student::wantsOrderExceptions),
    PAYMENT_HELD(Student::wantsOrderExceptions),
    REFUND_ASKED(Student::wantsOrderExceptions),
    REFUND_PAID(Student::wantsOrderExceptions);

    private final Predicate<Student> wanted;

    MessageKind(Predicate<Student> wanted) {
        this.wanted = wanted;
    }

    boolean isWantedBy(Student student) {
        return wanted.test(student);
    }

    /** One-time codes are secrets: they are kept out of the message history and purged once sent. */
    boolean isSecret() {
        return this == SIGN_IN_CODE || this == CONTACT_CODE;
    }
}
