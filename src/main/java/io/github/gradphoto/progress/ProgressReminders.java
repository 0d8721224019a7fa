package io.github.gradphoto.progress;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办 of those whom the office chose: one message a student and day, whoever asks for it and however often. */
@Service
@Transactional
public class ProgressReminders {

    /** So many that the request stays short. */
    public static final int AT_ONCE = 200;

    private final Messages messages;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final MessageSource texts;
    private final AuditLog audit;
    private final Clock clock;

    ProgressReminders(
            Messages messages, Roster roster, JdbcClient jdbc, MessageSource texts, AuditLog audit, Clock clock) {
        this.messages = messages;
        this.roster = roster;
        this.jdbc = jdbc;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of those who were chosen.
     *
     * @param already   got one today
     * @param unreached have no mail address: the class teacher calls them
     * @param needless  have nothing to do at the moment
     * @param left      were too many for one time
     */
    public record Result(int told, int already, int unreached, int needless, int left) {}

    public Result remind(Notice notice, Collection<CaseRow> chosen, String by) {
        var needing = chosen.stream().filter(CaseRow::needsStudent).toList();
        var told = toldToday(needing);
        var waiting =
                needing.stream().filter(row -> !told.contains(row.studentId())).toList();
        int now = 0;
        int unreached = 0;
        int seen = 0;
        // Who cannot be reached must not stand in the way of those behind them.
        while (now < AT_ONCE && seen < waiting.size()) {
            var some = waiting.subList(seen, Math.min(waiting.size(), seen + AT_ONCE - now));
            var students = roster.byIds(some.stream().map(CaseRow::studentId).toList());
            for (var row : some) {
                var student = students.get(row.studentId());
                if (student == null || student.email() == null) {
                    unreached++;
                } else {
                    send(notice, row, student.language());
                    now++;
                }
            }
            seen += some.size();
        }
        audit.record(by, "progress-reminder", "notice-" + notice.id(), Integer.toString(now));
        return new Result(
                now, needing.size() - waiting.size(), unreached, chosen.size() - needing.size(), waiting.size() - seen);
    }

    private void send(Notice notice, CaseRow row, String language) {
        var locale = Locale.forLanguageTag(language);
        var step = row.step() == null
                ? texts.getMessage("progress.apply", null, locale)
                : texts.getMessage("step." + row.step(), null, locale);
        var due = row.due() == null ? notice.closesAt() : row.due();
        messages.send(
                MessageKind.OFFICE_REMINDER,
                key(row),
                row.studentId(),
                row.application(),
                step,
                LocalDate.ofInstant(due, Deadlines.ZONE).toString());
    }

    private String key(CaseRow row) {
        return row.studentId() + "-" + LocalDate.now(clock);
    }

    private Set<Long> toldToday(List<CaseRow> rows) {
        var told = new HashSet<Long>();
        var prefix = MessageKind.OFFICE_REMINDER + "-";
        for (int from = 0; from < rows.size(); from += 1000) {
            var some = rows.subList(from, Math.min(rows.size(), from + 1000));
            told.addAll(jdbc.sql("select student_id from outbox where dedupe_key in (:keys)")
                    .param("keys", some.stream().map(row -> prefix + key(row)).toList())
                    .query(Long.class)
                    .list());
        }
        return told;
    }
}
