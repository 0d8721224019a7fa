package io.github.gradphoto.rehearsal;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Attachments;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeDraft;
import io.github.gradphoto.notice.NoticeTexts;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.rehearsal.RehearsalStudents.Pass;
import io.github.gradphoto.retention.ThrowAway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rehearsals: one at a time, made chunk by chunk, and cleared so that nothing is left but who did it and when. */
@Service
@Transactional
public class Rehearsals {

    public static final int MOST = 3000;

    /** No student ever came in this year: so nobody real is addressed, and nobody made up by a real notice. */
    static final int COHORT = 9999;

    private static final String MARK = "【演练】";
    private static final int LONGEST_TITLE = 200;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(Deadlines.ZONE);

    private final Notices notices;
    private final NoticeTexts texts;
    private final Attachments attachments;
    private final Roster roster;
    private final RehearsalStudents students;
    private final RehearsalProcess process;
    private final ThrowAway throwAway;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final int madeAtOnce;
    private final int drivenAtOnce;

    Rehearsals(
            Notices notices,
            NoticeTexts texts,
            Attachments attachments,
            Roster roster,
            RehearsalStudents students,
            RehearsalProcess process,
            ThrowAway throwAway,
            JdbcClient jdbc,
            AuditLog audit,
            Clock clock,
            @Value("${gradphoto.rehearsal.made-at-once:250}") int madeAtOnce,
            @Value("${gradphoto.rehearsal.driven-at-once:50}") int drivenAtOnce) {
        this.notices = notices;
        this.texts = texts;
        this.attachments = attachments;
        this.roster = roster;
        this.students = students;
        this.process = process;
        this.throwAway = throwAway;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.madeAtOnce = madeAtOnce;
        this.drivenAtOnce = drivenAtOnce;
    }

    /**
     * @param model whose settings and texts are rehearsed
     * @throws Refusal rehearsalSize, rehearsalExists
     */
    public Notice order(long model, int size, String by) {
        if (size < 1 || size > MOST) {
            throw Refusal.invalid("rehearsalSize", MOST);
        }
        if (current().isPresent()) {
            throw Refusal.conflict("rehearsalExists");
        }
        var source = notices.byId(model);
        var notice = notices.draftRehearsal(terms(source), by);
        texts.copy(model, notice.id());
        attachments.copy(model, notice.id());
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try {
            jdbc.sql("insert into rehearsal (notice_id, wanted, made, driven, ordered_by, ordered_at, version)"
                            + " values (?, ?, 0, 0, ?, ?, 0)")
                    .params(notice.id(), size, by, now)
                    .update();
        } catch (DuplicateKeyException orderedAtTheSameTime) {
            throw Refusal.conflict("rehearsalExists");
        }
        audit.record(by, "rehearsal-ordered", "rehearsal-" + notice.id(), String.valueOf(size));
        process.ordered(notice.id());
        return notice;
    }

    private NoticeDraft terms(Notice source) {
        var draft = source.asDraft();
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        long days = Math.max(
                1,
                ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(source.opensAt(), Deadlines.ZONE),
                        LocalDate.ofInstant(source.closesAt(), Deadlines.ZONE)));
        var title = MARK + draft.title();
        return new NoticeDraft(
                "演练-" + SECOND.format(clock.instant()),
                draft.round(),
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                draft.schoolName(),
                COHORT,
                draft.admissionType(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Deadlines.endOf(today.plusDays(days)),
                draft.contact(),
                draft.collectionTypes(),
                draft.backgrounds(),
                draft.fees(),
                draft.pickupPlace(),
                draft.attemptLimit(),
                draft.reviewWorkingDays(),
                draft.correctionDays(),
                draft.printWhen(),
                draft.prints(),
                draft.followUp());
    }

    /** Makes the next students. Can run twice. @return whether all are there */
    public boolean makeNext(long noticeId) {
        var rehearsal = of(noticeId).orElseThrow();
        var notice = notices.byId(noticeId);
        int until = Math.min(rehearsal.wanted(), rehearsal.made() + madeAtOnce);
        for (int i = rehearsal.made(); i < until; i++) {
            roster.addMadeUp(MadeUpPeople.row(notice, i), noticeId);
        }
        note(rehearsal, "made", until, until == rehearsal.wanted());
        return until == rehearsal.wanted();
    }

    /** 签发: without the dean, because nobody is addressed. Can run twice. */
    public void publish(long noticeId) {
        if (!notices.byId(noticeId).isSigned()) {
            notices.sign(noticeId);
        }
    }

    /** Lets the next students do their next step. Can run twice. @return whether all have done all */
    public boolean driveNext(long noticeId) {
        var rehearsal = of(noticeId).orElseThrow();
        var notice = notices.byId(noticeId);
        int pass = Math.min(rehearsal.driven() / rehearsal.wanted(), Rehearsal.PASSES - 1);
        int first = rehearsal.driven() - pass * rehearsal.wanted();
        int until = Math.min(rehearsal.wanted(), first + drivenAtOnce);
        for (int i = first; i < until; i++) {
            var number = MadeUpPeople.row(notice, i).studentNumber();
            students.act(Pass.values()[pass], notice, roster.byNumber(number).orElseThrow(), i);
        }
        int done = pass * rehearsal.wanted() + until;
        note(rehearsal, "driven", done, done == Rehearsal.PASSES * rehearsal.wanted());
        return done == Rehearsal.PASSES * rehearsal.wanted();
    }

    /** A second worker at the same chunk finds the number changed, and its transaction is lost. */
    private void note(Rehearsal rehearsal, String what, int count, boolean done) {
        int noted = jdbc.sql(
                        "update rehearsal set %s = :count, %s_at = :at, version = version + 1".formatted(what, what)
                                + " where notice_id = :notice and version = :version")
                .param("count", count)
                .param("at", done ? Timestamp.from(clock.instant()) : null, java.sql.Types.TIMESTAMP)
                .param("notice", rehearsal.noticeId())
                .param("version", rehearsal.version())
                .update();
        if (noted == 0) {
            throw new OptimisticLockingFailureException("Rehearsal " + rehearsal.noticeId() + " went on elsewhere.");
        }
    }

    /** @throws Refusal noRehearsal */
    public void over(long noticeId, String by) {
        var rehearsal = of(noticeId).orElseThrow(() -> Refusal.notFound("noRehearsal"));
        if (process.over(noticeId)) {
            audit.record(by, "rehearsal-ended", "rehearsal-" + noticeId, String.valueOf(rehearsal.wanted()));
        }
    }

    /** Clears the next part: the engine's first, then ours. Can run twice. @return whether nothing is left */
    public boolean clearNext(long noticeId) {
        if (of(noticeId).isEmpty()) {
            return true;
        }
        var chain = chain(noticeId);
        if (!process.takeAway(noticeId, chain, drivenAtOnce * 2)) {
            return false;
        }
        if (!throwAway.cases(chain, drivenAtOnce) || !throwAway.students(noticeId, madeAtOnce)) {
            return false;
        }
        throwAway.notices(chain);
        return true;
    }

    private List<Long> chain(long noticeId) {
        var chain = new ArrayList<Long>();
        chain.add(noticeId);
        notices.after(notices.byId(noticeId)).forEach(later -> chain.add(later.id()));
        return chain;
    }

    @Transactional(readOnly = true)
    public Optional<Rehearsal> of(long noticeId) {
        return jdbc.sql("select * from rehearsal where notice_id = ?")
                .param(noticeId)
                .query(Rehearsals::row)
                .optional();
    }

    /** The one there is. */
    @Transactional(readOnly = true)
    public Optional<Rehearsal> current() {
        return jdbc.sql("select * from rehearsal").query(Rehearsals::row).list().stream()
                .findFirst();
    }

    private static Rehearsal row(ResultSet row, int index) throws SQLException {
        return new Rehearsal(
                row.getLong("notice_id"),
                row.getInt("wanted"),
                row.getInt("made"),
                row.getInt("driven"),
                row.getString("ordered_by"),
                instant(row.getTimestamp("ordered_at")),
                instant(row.getTimestamp("made_at")),
                instant(row.getTimestamp("driven_at")),
                row.getInt("version"));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
