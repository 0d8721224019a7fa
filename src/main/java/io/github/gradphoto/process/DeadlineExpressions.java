package io.github.gradphoto.process;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Phase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WorkingDays;
import io.github.gradphoto.message.DeliverMessage;
import io.github.gradphoto.notice.LastSecond;
import io.github.gradphoto.notice.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Due dates and timers of the diagrams: {@code ${deadlines.review(execution)}}. Public, because expressions reach public classes only. */
@Component("deadlines")
public class DeadlineExpressions {

    private static final int STAFF_WORKING_DAYS = 2;
    private static final Set<Step> AT_THE_STUDENTS_TIME =
            EnumSet.of(Step.HAND_OVER_PRINTS, Step.TAKE_IN_PRINT, Step.HAND_OVER_CERTIFICATE);
    private static final Duration STUDENT_AFTER_REVIEW = Duration.ofDays(7);
    private static final Duration PAYMENT_REMINDER = Duration.ofDays(2);
    private static final Duration PARCEL = Duration.ofDays(15);
    private static final Duration REHEARSAL = Duration.ofDays(14);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    /** Every three days, as long as the case lasts but at most through half a year. */
    private static final String REMINDERS = "R60/P3D";

    private final Applications applications;
    private final Notices notices;
    private final WorkingDays workingDays;
    private final DeliverMessage messages;
    private final Clock clock;

    DeadlineExpressions(
            Applications applications, Notices notices, WorkingDays workingDays, DeliverMessage messages, Clock clock) {
        this.applications = applications;
        this.notices = notices;
        this.workingDays = workingDays;
        this.messages = messages;
        this.clock = clock;
    }

    /** Up to the photo the student has until the close, later a week for each step. */
    public Date student(DelegateExecution execution) {
        var step = ProcessIds.step(execution.getCurrentActivityId());
        return step.phase().compareTo(Phase.PHOTO) <= 0
                ? Date.from(applications.byNumber(number(execution)).closesAt())
                : Date.from(clock.instant().plus(STUDENT_AFTER_REVIEW));
    }

    /** Nothing where the student has to come first: such a task is never late. */
    public Date staff(DelegateExecution execution) {
        if (AT_THE_STUDENTS_TIME.contains(ProcessIds.step(execution.getCurrentActivityId()))) {
            return null;
        }
        return Date.from(workingDays.after(clock.instant(), STAFF_WORKING_DAYS));
    }

    /** For the filters of Tasklist: the college's day, whatever the server's time zone. */
    public Date startOfToday() {
        return Date.from(LocalDate.ofInstant(clock.instant(), Deadlines.ZONE)
                .atStartOfDay(Deadlines.ZONE)
                .toInstant());
    }

    public Date endOfToday() {
        return Date.from(LocalDate.ofInstant(clock.instant(), Deadlines.ZONE)
                .plusDays(1)
                .atStartOfDay(Deadlines.ZONE)
                .toInstant());
    }

    public Date review(DelegateExecution execution) {
        var notice = notices.byId(applications.byNumber(number(execution)).noticeId());
        return Date.from(workingDays.after(clock.instant(), notice.reviewWorkingDays()));
    }

    public Date reviewLate(DelegateExecution execution) {
        return review(execution);
    }

    public String reminderCycle(DelegateExecution execution) {
        return REMINDERS;
    }

    /** An order that nobody pays is opened anew as often as it runs out. */
    public String orderExpiry(DelegateExecution execution) {
        var notice = notices.byId(applications.byNumber(number(execution)).noticeId());
        return "R/P" + notice.fees().orderDays() + "D";
    }

    public Date paymentReminder(DelegateExecution execution) {
        return Date.from(clock.instant().plus(PAYMENT_REMINDER));
    }

    public Date deliveryAssumed(DelegateExecution execution) {
        return Date.from(clock.instant().plus(PARCEL));
    }

    public Date messageSendAt(DelegateExecution execution) {
        return Date.from(messages.sendAt(ProcessVariable.MESSAGE_ID.get(execution)));
    }

    /** The first instant that is late. */
    public Date noticeCloses(DelegateExecution execution) {
        return Date.from(LastSecond.firstLate(
                notices.byId(ProcessVariable.NOTICE_ID.get(execution)).closesAt()));
    }

    public Date noticeOpens(DelegateExecution execution) {
        return Date.from(notices.byId(ProcessVariable.NOTICE_ID.get(execution)).opensAt());
    }

    /** 9:00 of every day, from tomorrow on. */
    public String everyMorning(DelegateExecution execution) {
        var first = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE).plusDays(1);
        return "R/" + first.atTime(MORNING).atZone(Deadlines.ZONE).toInstant() + "/P1D";
    }

    /** A rehearsal that nobody ends is thrown away by itself. */
    public Date rehearsalExpires(DelegateExecution execution) {
        return Date.from(clock.instant().plus(REHEARSAL));
    }

    /** The first instant after the deadline that the office granted. */
    public Date extensionOver(DelegateExecution execution) {
        return Date.from(
                LastSecond.firstLate(applications.byNumber(number(execution)).closesAt()));
    }

    private static String number(DelegateExecution execution) {
        return ProcessVariable.APPLICATION_NUMBER.get(execution);
    }
}
