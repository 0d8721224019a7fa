package io.github.gradphoto.progress;

import static java.util.Map.entry;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WorkingDays;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.progress.Forecast.Part;
import io.github.gradphoto.progress.Forecast.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 7 月 1 日前能否到学信网: adds what is left of the step where a case stands and the usual time of each step after it, students'
 * in days, everybody else's in working days. The registry locks its records on 1 July (design: facts of the field).
 */
@Component
public class Forecasts {

    private static final int TO_SPARE = 3;

    /** What follows on the straight way to the registry; side steps join it where the diagram does. */
    private static final Map<Step, Step> NEXT = Map.ofEntries(
            entry(Step.DECIDE_ELIGIBILITY, Step.UPLOAD_CODE),
            entry(Step.UPLOAD_CODE, Step.CONFIRM_DETAILS),
            entry(Step.APPROVE_MANUAL_ENTRY, Step.CONFIRM_DETAILS),
            entry(Step.RESOLVE_DISPUTE, Step.CONFIRM_DETAILS),
            entry(Step.CONFIRM_DETAILS, Step.PAY),
            entry(Step.PAY, Step.UPLOAD_PHOTO),
            entry(Step.CONFIRM_PAYMENT, Step.UPLOAD_PHOTO),
            entry(Step.DECIDE_LATE_CASE, Step.UPLOAD_PHOTO),
            entry(Step.HELP_STUDENT, Step.UPLOAD_PHOTO),
            entry(Step.UPLOAD_PHOTO, Step.REVIEW_PHOTO),
            entry(Step.GIVE_DELIVERY, Step.REVIEW_PHOTO),
            entry(Step.REVIEW_PHOTO, Step.RELEASE_PHOTO),
            entry(Step.GIVE_SECOND_OPINION, Step.RELEASE_PHOTO),
            entry(Step.SUPPLY_CODE, Step.RELEASE_PHOTO),
            entry(Step.RECONFIRM_DETAILS, Step.RELEASE_PHOTO),
            entry(Step.RELEASE_PHOTO, Step.ENTER_DELIVERY_RESULT),
            entry(Step.ENTER_DELIVERY_RESULT, Step.ENTER_COMPARISON_RESULT),
            entry(Step.PROVIDE_EVIDENCE, Step.DECIDE_REVERIFICATION),
            entry(Step.DECIDE_REVERIFICATION, Step.ENTER_REVERIFICATION_RESULT));

    private final StepTimes times;
    private final WorkingDays workingDays;
    private final MonthDay lock;

    Forecasts(StepTimes times, WorkingDays workingDays, @Value("${gradphoto.registry-locks:07-01}") String lock) {
        this.times = times;
        this.workingDays = workingDays;
        this.lock = MonthDay.parse(lock, DateTimeFormatter.ofPattern("MM-dd"));
    }

    /** The day on which the registry locks: the first such day after the notice opened. */
    public LocalDate lock(Notice notice) {
        var opened = LocalDate.ofInstant(notice.opensAt(), Deadlines.ZONE);
        var day = lock.atYear(opened.getYear());
        return day.isAfter(opened) ? day : lock.atYear(opened.getYear() + 1);
    }

    public Forecast of(CaseRow row, LocalDate lock, Instant now) {
        if (!row.standing().isDue()) {
            return new Forecast(Verdict.NOT_DUE, null, List.of());
        }
        if (row.registeredAt() != null) {
            return new Forecast(Verdict.DONE, LocalDate.ofInstant(row.registeredAt(), Deadlines.ZONE), List.of());
        }
        if (row.ended()) {
            return new Forecast(Verdict.STOPPED, null, List.of());
        }
        var parts = parts(row, now);
        var day = LocalDate.ofInstant(now, Deadlines.ZONE);
        for (var part : parts) {
            day = part.working() ? workingDay(day, part.days()) : day.plusDays(part.days());
        }
        return new Forecast(verdict(day, lock), day, parts);
    }

    private Verdict verdict(LocalDate day, LocalDate lock) {
        if (!day.isBefore(lock)) {
            return Verdict.LATE;
        }
        return workingDay(day, TO_SPARE).isBefore(lock) ? Verdict.IN_TIME : Verdict.TIGHT;
    }

    private LocalDate workingDay(LocalDate day, int days) {
        return LocalDate.ofInstant(workingDays.after(Deadlines.endOf(day), days), Deadlines.ZONE);
    }

    private List<Part> parts(CaseRow row, Instant now) {
        var parts = new ArrayList<Part>();
        Step next;
        if (!row.isApplied()) {
            parts.add(new Part(null, StepTimes.DAYS_TO_APPLY, false, false));
            next = Step.UPLOAD_CODE;
        } else {
            var current = row.steps().stream()
                    .filter(open -> isOnTheWay(open.step()))
                    .max(Comparator.comparingInt(open -> length(open.step())));
            current.ifPresent(open -> parts.add(left(open, now)));
            next = current.map(OpenStep::step).map(NEXT::get).orElse(null);
            if (current.isEmpty()) {
                next = between(row.standing());
            }
        }
        for (; next != null; next = NEXT.get(next)) {
            var usual = times.of(next);
            parts.add(new Part(next, usual.days(), !next.isStudents(), usual.measured()));
        }
        return parts;
    }

    /** Nobody is waited for at the moment: the next step is about to open. */
    private static Step between(Standing standing) {
        return switch (standing) {
            case APPROVED -> Step.RELEASE_PHOTO;
            case IN_REVIEW -> Step.REVIEW_PHOTO;
            default -> Step.UPLOAD_PHOTO;
        };
    }

    private static boolean isOnTheWay(Step step) {
        return NEXT.containsKey(step) || NEXT.containsValue(step);
    }

    private static int length(Step step) {
        int length = 0;
        for (var next = step; next != null; next = NEXT.get(next)) {
            length++;
        }
        return length;
    }

    /** What takes longer than usual already, is expected tomorrow: nobody knows better. */
    private Part left(OpenStep open, Instant now) {
        var step = open.step();
        var usual = times.of(step);
        var since = LocalDate.ofInstant(open.since(), Deadlines.ZONE);
        var today = LocalDate.ofInstant(now, Deadlines.ZONE);
        long gone = step.isStudents()
                ? ChronoUnit.DAYS.between(since, today)
                : since.datesUntil(today.isBefore(since) ? since : today)
                        .filter(workingDays::isWorkingDay)
                        .count();
        return new Part(step, (int) Math.max(1, usual.days() - gone), !step.isStudents(), usual.measured());
    }
}
