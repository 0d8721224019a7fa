package io.github.gradphoto.message;

import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages to the outbox, in the student's language and with the notice's contact, if the student wants them. */
@Service
@Transactional
public class Messages {

    private final OutboxRepository outbox;
    private final Roster roster;
    private final Notices notices;
    private final MessageProcess process;
    private final MessageSource texts;
    private final Clock clock;

    Messages(
            OutboxRepository outbox,
            Roster roster,
            Notices notices,
            MessageProcess process,
            MessageSource texts,
            Clock clock) {
        this.outbox = outbox;
        this.roster = roster;
        this.notices = notices;
        this.process = process;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param key makes the message unique: a second call with the same key writes nothing
     * @param applicationNumber null before the student has applied
     * @param arguments fill the placeholders of {@code mail.<KIND>.body}; {0} is the name, {1} the contact, these follow
     */
    public void send(MessageKind kind, String key, long studentId, String applicationNumber, Object... arguments) {
        send(kind, key, Duration.ZERO, studentId, applicationNumber, arguments);
    }

    /** @param holdBack how long the message waits, so that a slip can be taken back without anybody knowing */
    public void send(
            MessageKind kind,
            String key,
            Duration holdBack,
            long studentId,
            String applicationNumber,
            Object... arguments) {
        var student = roster.byId(studentId);
        if (student.email() != null) {
            write(student.email(), kind, key, holdBack, student, applicationNumber, arguments);
        }
    }

    /** To an address that is not the student's yet. */
    public void sendTo(String address, MessageKind kind, String key, long studentId, Object... arguments) {
        write(address, kind, key, Duration.ZERO, roster.byId(studentId), null, arguments);
    }

    private void write(
            String address,
            MessageKind kind,
            String key,
            Duration holdBack,
            Student student,
            String applicationNumber,
            Object... arguments) {
        var uniqueKey = kind + "-" + key;
        if (!kind.isWantedBy(student) || outbox.existsByDedupeKey(uniqueKey)) {
            return;
        }
        var locale = Locale.forLanguageTag(student.language());
        var contact = notices.current()
                .map(notice -> notice.schoolName() + " " + notice.contact())
                .orElse("");
        var all = new Object[arguments.length + 2];
        all[0] = student.name();
        all[1] = contact;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        var mail = new OutgoingMail(
                uniqueKey,
                address,
                texts.getMessage("mail." + kind + ".subject", all, locale),
                texts.getMessage("mail." + kind + ".body", all, locale) + "\n\n"
                        + texts.getMessage("mail.signature", all, locale));
        var now = clock.instant();
        var row = outbox.saveAndFlush(new OutboxMessage(
                uniqueKey, applicationNumber, student.id(), kind, student.language(), mail, now, now.plus(holdBack)));
        process.due(row.id(), applicationNumber, !holdBack.isZero(), kind.isSecret());
    }

    /** Takes back a message that was held back; one that is sent already stays sent. */
    public void takeBack(MessageKind kind, String key) {
        outbox.findByDedupeKey(kind + "-" + key).ifPresent(OutboxMessage::cancel);
    }

    /** What the student was or will be told, newest first, without secrets. */
    @Transactional(readOnly = true)
    public List<MessageView> of(String applicationNumber) {
        var now = clock.instant();
        return outbox.findByApplicationNumberOrderByIdDesc(applicationNumber).stream()
                .filter(row -> !row.kind().isSecret() && row.state() != OutboxMessage.State.CANCELLED)
                .filter(row -> !row.sendAt().isAfter(now))
                .filter(row -> row.subject() != null) // its time of keeping is not over
                .map(row -> new MessageView(
                        row.subject(), row.body(), row.createdAt(), row.state() == OutboxMessage.State.SENT))
                .toList();
    }
}
