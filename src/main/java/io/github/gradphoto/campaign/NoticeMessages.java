package io.github.gradphoto.campaign;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticePlaceholder;
import io.github.gradphoto.notice.NoticeTextKind;
import io.github.gradphoto.notice.NoticeTexts;
import io.github.gradphoto.notice.NoticeWords;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says the texts of a notice to students and staff. Everything goes through the outbox: no mail server is asked here. */
@Component
public class NoticeMessages {

    private static final String REHEARSAL = "【演练】";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Deadlines.ZONE);

    private final NoticeTexts texts;
    private final Messages messages;
    private final Clock clock;
    private final String address;

    NoticeMessages(NoticeTexts texts, Messages messages, Clock clock, @Value("${gradphoto.address}") String address) {
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    /** @return false where the student has no address */
    boolean invite(Notice notice, Student student) {
        return say(notice, NoticeTextKind.INVITATION, MessageKind.INVITATION, "", student, Map.of());
    }

    /** @param day of the reminder: one a day at most; @param step what is missing, in the student's language */
    boolean remind(Notice notice, LocalDate day, Student student, String step) {
        return say(
                notice,
                NoticeTextKind.REMINDER,
                MessageKind.NOTICE_REMINDER,
                "-" + day,
                student,
                Map.of(NoticePlaceholder.STEP, step));
    }

    private boolean say(
            Notice notice,
            NoticeTextKind text,
            MessageKind kind,
            String turn,
            Student student,
            Map<NoticePlaceholder, String> more) {
        var values = values(notice, "/");
        values.put(NoticePlaceholder.NAME, student.name());
        values.putAll(more);
        var words = words(notice, text, student.language(), values);
        var key = "notice-" + notice.id() + turn + "-" + student.id();
        return messages.sendOf(notice, kind, key, student, words.subject(), words.body());
    }

    /** @param whose a class, or all; @param key what makes it unique */
    void tellStaff(Notice notice, NoticeTextKind text, String key, String mail, String whose, int count) {
        var values =
                values(notice, text == NoticeTextKind.TEACHERS ? "/office/class" : "/office/notices/" + notice.id());
        values.put(NoticePlaceholder.CLASS, whose);
        values.put(NoticePlaceholder.COUNT, String.valueOf(count));
        var words = words(notice, text, "zh", values);
        var kind = text == NoticeTextKind.TEACHERS ? MessageKind.TEACHER_ESCALATION : MessageKind.OFFICE_ESCALATION;
        messages.sendToStaff(notice, kind, "notice-" + notice.id() + "-" + key, mail, words.subject(), words.body());
    }

    private NoticeWords words(
            Notice notice, NoticeTextKind text, String language, Map<NoticePlaceholder, String> values) {
        var words = texts.of(notice.id(), text, language).filled(values);
        boolean marked = words.subject().contains(REHEARSAL); // by the title, for instance
        return notice.isRehearsal() && !marked ? new NoticeWords(REHEARSAL + words.subject(), words.body()) : words;
    }

    /** What a text would look like, with made-up values for what differs from person to person. */
    public NoticeWords preview(Notice notice, NoticeWords words, String language) {
        boolean english = "en".equals(language);
        var values = values(notice, "/");
        values.put(NoticePlaceholder.NAME, english ? "Li Ming" : "李明");
        values.put(NoticePlaceholder.STEP, english ? "Upload the photo" : "上传照片");
        values.put(NoticePlaceholder.CLASS, english ? "Accounting 1" : "会计1班");
        values.put(NoticePlaceholder.COUNT, "12");
        return words.filled(values);
    }

    private EnumMap<NoticePlaceholder, String> values(Notice notice, String path) {
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        var last = LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE);
        var values = new EnumMap<NoticePlaceholder, String>(NoticePlaceholder.class);
        values.put(NoticePlaceholder.TITLE, notice.title());
        values.put(NoticePlaceholder.NUMBER, notice.documentNumber());
        values.put(NoticePlaceholder.SCHOOL, notice.schoolName());
        values.put(NoticePlaceholder.CLOSES, MINUTE.format(notice.closesAt()));
        values.put(NoticePlaceholder.DAYS, String.valueOf(Math.max(0, ChronoUnit.DAYS.between(today, last))));
        values.put(NoticePlaceholder.LINK, address + path);
        values.put(NoticePlaceholder.CONTACT, notice.schoolName() + " " + notice.contact());
        return values;
    }
}
