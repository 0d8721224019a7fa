package io.github.gradphoto.campaign;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Attachments;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeDraft;
import io.github.gradphoto.notice.NoticeTexts;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 补采: a later round with the settings of the former, for those whom it left; and copies for another year. */
@Service
@Transactional
public class Rounds {

    private final Notices notices;
    private final NoticeTexts texts;
    private final Attachments attachments;
    private final Payments payments;
    private final Clock clock;
    private final int chunk;

    Rounds(
            Notices notices,
            NoticeTexts texts,
            Attachments attachments,
            Payments payments,
            Clock clock,
            @Value("${gradphoto.decision-chunk:25}") int chunk) {
        this.notices = notices;
        this.texts = texts;
        this.attachments = attachments;
        this.payments = payments;
        this.clock = clock;
        this.chunk = chunk;
    }

    /** Drafts the next round, as the office wanted it when it decided on the unfinished. Can run twice. */
    public void openWanted(long noticeId) {
        var notice = notices.byId(noticeId);
        if (notices.nextRound(notice).isEmpty()) {
            open(notice, notice.unfinished().by());
        }
    }

    /** Drafts the next round, from the archive or before. @throws Refusal noticeNotClosed, nextRoundExists */
    public Notice open(long noticeId, String by) {
        var notice = notices.byId(noticeId);
        if (notice.state() != Notice.State.CLOSED && notice.state() != Notice.State.ARCHIVED) {
            throw Refusal.conflict("noticeNotClosed");
        }
        return open(notice, by);
    }

    private Notice open(Notice former, String by) {
        var tomorrow = today().plusDays(1);
        var next = notices.draftNextRound(
                shifted(former.asDraft(), former.round() + 1, former.documentNumber(), tomorrow, lasts(former)),
                former,
                by);
        copyWords(former, next);
        return next;
    }

    /** A copy of last year's: the same settings for who came a year later, under a number that the office has to write. */
    public Notice copy(long noticeId, String by) {
        var model = notices.byId(noticeId);
        var copy = notices.draft(
                shifted(
                        model.asDraft(),
                        1,
                        model.documentNumber() + "（副本" + clock.millis() % 100_000 + "）",
                        today().plusDays(1),
                        lasts(model)),
                by);
        copyWords(model, copy);
        return copy;
    }

    private void copyWords(Notice from, Notice to) {
        texts.copy(from.id(), to.id());
        attachments.copy(from.id(), to.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }

    private static long lasts(Notice notice) {
        return Math.max(
                1,
                ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(notice.opensAt(), Deadlines.ZONE),
                        LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE)));
    }

    static NoticeDraft shifted(NoticeDraft model, int round, String documentNumber, LocalDate opens, long days) {
        return new NoticeDraft(
                documentNumber,
                round,
                model.title(),
                model.schoolName(),
                model.cohort(),
                model.admissionType(),
                startOf(opens),
                Deadlines.endOf(opens.plusDays(days)),
                model.contact(),
                model.collectionTypes(),
                model.backgrounds(),
                model.fees(),
                model.pickupPlace(),
                model.attemptLimit(),
                model.reviewWorkingDays(),
                model.correctionDays(),
                model.printWhen(),
                model.prints(),
                model.followUp());
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Deadlines.ZONE).toInstant();
    }

    /**
     * Nobody uses it any more: what students paid for a round that does not come goes back. Of this notice and of the
     * rounds before it, whose money waited for this one.
     *
     * @param after id of the last case that was looked at, 0 at first
     * @return the last of this chunk, or 0 when all were looked at
     */
    public long giveBackUnused(long noticeId, long after) {
        var notice = notices.byId(noticeId);
        var rounds = new ArrayList<Long>();
        rounds.add(noticeId);
        notices.before(notice).forEach(earlier -> rounds.add(earlier.id()));
        return payments.giveBackUnused(rounds, after, chunk);
    }
}
