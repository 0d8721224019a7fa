package io.github.gradphoto.campaign;

import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeTextKind;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Before the close the class teachers learn how many of theirs have not finished, and then the office (N23). */
@Service
@Transactional
public class Escalations {

    private final Notices notices;
    private final Roster roster;
    private final Unfinished unfinished;
    private final Batches batches;
    private final NoticeMessages messages;
    private final StaffAccounts accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Escalations(
            Notices notices,
            Roster roster,
            Unfinished unfinished,
            Batches batches,
            NoticeMessages messages,
            StaffAccounts accounts,
            JdbcClient jdbc,
            Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.unfinished = unfinished;
        this.batches = batches;
        this.messages = messages;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Class teachers get numbers and the way to their page, never names in a mail. Can run twice. */
    public void tellTeachers(long noticeId) {
        var notice = notices.byId(noticeId);
        var day = FollowUps.dayOf(notice, BatchKind.TEACHERS);
        var classes = count(notice);
        var batch = batches.begun(noticeId, BatchKind.TEACHERS, day, classes::size);
        jdbc.sql("delete from notice_escalation where notice_id = ?")
                .param(noticeId)
                .update();
        for (var each : classes) {
            boolean told = tell(notice, day, each);
            keep(noticeId, each, told);
            batch.saw(0, told ? Batch.Outcome.TOLD : Batch.Outcome.UNREACHED);
        }
        batch.end(clock.instant());
    }

    private boolean tell(Notice notice, LocalDate day, Escalation each) {
        var mail = each.teacher() == null ? null : accounts.emailOf(each.teacher());
        if (mail == null) {
            return false;
        }
        var key = day + "-" + each.classCode();
        messages.tellStaff(notice, NoticeTextKind.TEACHERS, key, mail, each.className(), each.unfinished());
        return true;
    }

    /** The office gets a message beside its task. Can run twice. */
    public void tellOffice(long noticeId) {
        var notice = notices.byId(noticeId);
        var day = FollowUps.dayOf(notice, BatchKind.OFFICE);
        var batch = batches.begun(noticeId, BatchKind.OFFICE, day, () -> 0);
        int count = count(notice).stream().mapToInt(Escalation::unfinished).sum();
        for (var mail : notice.isRehearsal() ? Set.<String>of() : accounts.emailsOf(StaffGroup.REGISTRAR)) {
            messages.tellStaff(notice, NoticeTextKind.OFFICE, day + "-" + mail.hashCode(), mail, "", count);
            batch.saw(0, Batch.Outcome.TOLD);
        }
        batch.end(clock.instant());
    }

    /** Classes in which somebody has not finished, as they are now. */
    @Transactional(readOnly = true)
    public List<Escalation> count(Notice notice) {
        var classes = new TreeMap<String, List<Student>>();
        roster.audienceOf(notice)
                .forEach(student -> classes.computeIfAbsent(student.classCode(), code -> new ArrayList<>())
                        .add(student));
        var found = new ArrayList<Escalation>();
        for (var members : classes.values()) {
            int left = unfinished.among(notice, members).size();
            var one = members.get(0);
            if (left > 0) {
                found.add(new Escalation(
                        one.classCode(), one.className(), one.classTeacher(), members.size(), left, false));
            }
        }
        return found;
    }

    /** How many of the notice have no case, and no photo at the registry. */
    @Transactional(readOnly = true)
    public int neverApplied(Notice notice) {
        var students = roster.audienceOf(notice);
        var applied = unfinished.newest(notice, students);
        return (int) students.stream()
                .filter(student -> !applied.containsKey(student.id()))
                .filter(student -> !Boolean.TRUE.equals(student.isPhotoRegistered()))
                .count();
    }

    private void keep(long noticeId, Escalation each, boolean told) {
        jdbc.sql("""
                        insert into notice_escalation
                            (notice_id, class_code, class_name, teacher, addressed, unfinished, told, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        noticeId,
                        each.classCode(),
                        each.className(),
                        each.teacher(),
                        each.addressed(),
                        each.unfinished(),
                        told,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** As they were when the teachers were told. */
    @Transactional(readOnly = true)
    public List<Escalation> told(long noticeId) {
        return jdbc.sql("select * from notice_escalation where notice_id = ? order by class_code")
                .param(noticeId)
                .query((row, index) -> new Escalation(
                        row.getString("class_code"),
                        row.getString("class_name"),
                        row.getString("teacher"),
                        row.getInt("addressed"),
                        row.getInt("unfinished"),
                        row.getBoolean("told")))
                .list();
    }
}
