package io.github.gradphoto.campaign;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.EndReason;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the report of a notice, once. */
@Service
@Transactional
public class NoticeReports {

    private final Notices notices;
    private final Roster roster;
    private final Unfinished unfinished;
    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeReports(Notices notices, Roster roster, Unfinished unfinished, JdbcClient jdbc, Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.unfinished = unfinished;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Can run twice: the first report stays. */
    public void write(long noticeId) {
        if (of(noticeId).isPresent()) {
            return;
        }
        var notice = notices.byId(noticeId);
        var students = roster.audienceOf(notice);
        var cases = unfinished.newest(notice, students).values();
        jdbc.sql("""
                        insert into notice_report
                            (notice_id, written_at, addressed, applied, running, collected, ended, carried, never_applied)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        noticeId,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        students.size(),
                        cases.size(),
                        count(cases, each -> each.isRunning() && each.endReason() == null),
                        count(cases, each -> each.state() == Application.State.COLLECTED),
                        count(cases, each -> isOver(each) && each.endReason() != EndReason.NEXT_ROUND),
                        count(cases, each -> each.endReason() == EndReason.NEXT_ROUND),
                        students.size() - cases.size())
                .update();
    }

    private static boolean isOver(Application each) {
        return each.state() != Application.State.COLLECTED && (!each.isRunning() || each.endReason() != null);
    }

    private static int count(Collection<Application> cases, Predicate<Application> which) {
        return (int) cases.stream().filter(which).count();
    }

    @Transactional(readOnly = true)
    public Optional<NoticeReport> of(long noticeId) {
        return jdbc.sql("select * from notice_report where notice_id = ?")
                .param(noticeId)
                .query((row, index) -> new NoticeReport(
                        row.getTimestamp("written_at").toInstant(),
                        row.getInt("addressed"),
                        row.getInt("applied"),
                        row.getInt("running"),
                        row.getInt("collected"),
                        row.getInt("ended"),
                        row.getInt("carried"),
                        row.getInt("never_applied")))
                .optional();
    }
}
