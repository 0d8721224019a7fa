package io.github.gradphoto.message;

import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Limit;
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
        var about = noticeOf(student, applicationNumber);
        var contact = about.map(notice -> notice.schoolName() + " " + notice.contact())
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
        keep(
                new OutboxMessage(
                        uniqueKey,
                        applicationNumber,
                        student.id(),
                        kind,
                        student.language(),
                        mail,
                        clock.instant(),
                        clock.instant().plus(holdBack)),
                about.map(Notice::id).orElse(null),
                student.isMadeUp(),
                !holdBack.isZero());
    }

    /** The notice of the case; before there is one, the notice that is for the student. */
    private Optional<Notice> noticeOf(Student student, String applicationNumber) {
        return applicationNumber == null
                ? roster.noticeFor(student)
                : notices.ofApplication(applicationNumber).or(notices::current);
    }

    private void keep(OutboxMessage message, Long notice, boolean sink, boolean heldBack) {
        message.about(notice, sink);
        var row = outbox.saveAndFlush(message);
        process.due(row.id(), row.applicationNumber(), heldBack, row.kind().isSecret());
    }

    /**
     * What a notice itself says, in the words of its own texts.
     *
     * @param key as in {@link #send}
     * @return false where the student has no address; true also where they were told before
     */
    public boolean sendOf(Notice notice, MessageKind kind, String key, Student student, String subject, String body) {
        if (student.email() == null) {
            return false;
        }
        write(notice, kind, key, student.id(), student.language(), student.email(), subject, body);
        return true;
    }

    /** The same to somebody of the staff. */
    public void sendToStaff(Notice notice, MessageKind kind, String key, String address, String subject, String body) {
        write(notice, kind, key, null, "zh", address, subject, body);
    }

    /**
     * To an administrator, about the installation. One whose last one is still on its way gets no second; one that stayed
     * away for more than a period is given up for the new one.
     *
     * @param period number of the period: there is one message for each and address
     */
    public void sendDigest(long period, String address, String subject, String body) {
        var kind = MessageKind.INCIDENT_DIGEST;
        var whose = "-" + Integer.toHexString(address.hashCode());
        var uniqueKey = kind + "-" + period + whose;
        var last = kind + "-" + (period - 1) + whose;
        if (outbox.existsByDedupeKey(uniqueKey)
                || outbox.findByDedupeKey(last).filter(OutboxMessage::isDue).isPresent()) {
            return;
        }
        outbox.findByKindAndStateAndDedupeKeyEndingWith(kind, OutboxMessage.State.DUE, whose)
                .forEach(OutboxMessage::cancel);
        var now = clock.instant();
        var mail = new OutgoingMail(uniqueKey, address, subject, body);
        keep(new OutboxMessage(uniqueKey, null, null, kind, "zh", mail, now, now), null, false, false);
    }

    /** Ids of the digests that were not sent: those on their way, and those that were given up. */
    @Transactional(readOnly = true)
    public List<Long> unsentDigests() {
        return outbox.findIdsOfUnsent(MessageKind.INCIDENT_DIGEST);
    }

    @Transactional(readOnly = true)
    public OutboxFigures waiting() {
        return outbox.due(clock.instant());
    }

    private void write(
            Notice notice,
            MessageKind kind,
            String key,
            Long studentId,
            String language,
            String address,
            String subject,
            String body) {
        var uniqueKey = kind + "-" + key;
        if (outbox.existsByDedupeKey(uniqueKey)) {
            return;
        }
        var now = clock.instant();
        var mail = new OutgoingMail(uniqueKey, address, subject, body);
        keep(
                new OutboxMessage(uniqueKey, null, studentId, kind, language, mail, now, now),
                notice.id(),
                notice.isRehearsal(),
                false);
    }

    /** How many messages of a notice are in which state: DUE, SENT, SUNK … */
    @Transactional(readOnly = true)
    public Map<String, Long> countOf(long noticeId, MessageKind kind) {
        var counts = new TreeMap<String, Long>();
        outbox.countByState(noticeId, kind).forEach(row -> counts.put(row[0].toString(), (Long) row[1]));
        return counts;
    }

    /** 演练: what would have been sent, the newest first. */
    @Transactional(readOnly = true)
    public List<SunkMessage> sunk(long noticeId, int most) {
        return outbox.findByNoticeIdAndSinkTrueOrderByIdDesc(noticeId, Limit.of(most)).stream()
                .map(row ->
                        new SunkMessage(row.kind(), row.mail().recipient(), row.subject(), row.body(), row.createdAt()))
                .toList();
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
                        row.subject(),
                        row.body(),
                        row.createdAt(),
                        row.state() == OutboxMessage.State.SENT || row.state() == OutboxMessage.State.SUNK))
                .toList();
    }
}
