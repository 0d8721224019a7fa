package io.github.gradphoto.campaign;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.campaign.Batch.Outcome;
import io.github.gradphoto.notice.LastSecond;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办: on the days that the notice names the unfinished are reminded, and others learn of them (N03, N23). */
@Service
@Transactional
public class FollowUps {

    private final Notices notices;
    private final Roster roster;
    private final Unfinished unfinished;
    private final Batches batches;
    private final NoticeMessages messages;
    private final MessageSource texts;
    private final Clock clock;
    private final int chunk;

    FollowUps(
            Notices notices,
            Roster roster,
            Unfinished unfinished,
            Batches batches,
            NoticeMessages messages,
            MessageSource texts,
            Clock clock,
            @Value("${gradphoto.notice-chunk:100}") int chunk) {
        this.notices = notices;
        this.roster = roster;
        this.unfinished = unfinished;
        this.batches = batches;
        this.messages = messages;
        this.texts = texts;
        this.clock = clock;
        this.chunk = chunk;
    }

    /**
     * What has to be done today, or should have been on a day before when nothing ran; of several reminders that were
     * missed the last alone.
     *
     * @return empty where nothing is due, or the notice is not open
     */
    @Transactional(readOnly = true)
    public Optional<BatchKind> due(long noticeId) {
        var notice = notices.byId(noticeId);
        if (!notice.isOpenAt(clock.instant())) {
            return Optional.empty();
        }
        return lastReminder(notice)
                .filter(day -> !batches.isEnded(noticeId, BatchKind.REMIND, day))
                .map(day -> BatchKind.REMIND)
                .or(() -> isDue(notice, BatchKind.TEACHERS) ? Optional.of(BatchKind.TEACHERS) : Optional.empty())
                .or(() -> isDue(notice, BatchKind.OFFICE) ? Optional.of(BatchKind.OFFICE) : Optional.empty());
    }

    private Optional<LocalDate> lastReminder(Notice notice) {
        return notice.followUp().reminders().stream()
                .map(days -> before(notice, days))
                .filter(day -> isReached(notice, day))
                .max(Comparator.naturalOrder());
    }

    private boolean isDue(Notice notice, BatchKind kind) {
        var day = dayOf(notice, kind);
        return isReached(notice, day) && !batches.isEnded(notice.id(), kind, day);
    }

    static LocalDate dayOf(Notice notice, BatchKind kind) {
        var terms = notice.followUp();
        return before(notice, kind == BatchKind.TEACHERS ? terms.teacherDays() : terms.officeDays());
    }

    private static LocalDate before(Notice notice, int days) {
        return day(notice.closesAt()).minusDays(days);
    }

    /** Nobody is reminded on the day of the invitation. */
    private boolean isReached(Notice notice, LocalDate day) {
        var invited = notice.signedAt() == null || notice.signedAt().isBefore(notice.opensAt())
                ? notice.opensAt()
                : notice.signedAt();
        return !day.isAfter(day(clock.instant())) && day.isAfter(day(invited));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, Deadlines.ZONE);
    }

    /** Reminds the next ones. Can run twice: each student is told once a day. */
    public void remindNext(long noticeId) {
        var notice = notices.byId(noticeId);
        var day = lastReminder(notice).orElseThrow();
        var batch = batches.begun(noticeId, BatchKind.REMIND, day, () ->
                (int) roster.figuresOf(notice).addressed());
        if (batch.isEnded()) {
            return;
        }
        var next = roster.audienceAfter(notice, batch.lastId(), chunk);
        var steps = unfinished.among(notice, next);
        for (var student : next) {
            var waiting = steps.get(student);
            batch.saw(
                    student.id(),
                    waiting == null ? Outcome.SKIPPED : remind(notice, day, student, names(student, waiting)));
        }
        if (next.size() < chunk || LastSecond.isOver(notice.closesAt(), clock.instant())) {
            batch.end(clock.instant());
        }
    }

    private Outcome remind(Notice notice, LocalDate day, Student student, String steps) {
        return messages.remind(notice, day, student, steps) ? Outcome.TOLD : Outcome.UNREACHED;
    }

    private String names(Student student, List<io.github.gradphoto.application.Step> waiting) {
        var language = Locale.forLanguageTag(student.language());
        return waiting.isEmpty()
                ? texts.getMessage("notice.step.apply", null, language)
                : waiting.stream()
                        .map(step -> texts.getMessage("step." + step, null, language))
                        .collect(Collectors.joining("en".equals(student.language()) ? ", " : "、"));
    }
}
