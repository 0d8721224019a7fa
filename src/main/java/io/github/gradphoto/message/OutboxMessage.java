package io.github.gradphoto.message;

import io.github.gradphoto.privacy.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** One message on its way, written in the transaction of what it tells about. */
@Entity
@Table(name = "outbox")
class OutboxMessage {

    enum State {
        DUE,
        SENT,
        /** taken back before it was sent */
        CANCELLED,
        /** of a rehearsal: kept to be looked at, handed to no server */
        SUNK,
        /** a one-time code whose time was over before it could be sent */
        EXPIRED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String dedupeKey;
    private String applicationNumber;
    private Long studentId;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    private String language;

    @Column(name = "recipient_enc")
    @Convert(converter = EncryptedText.class)
    private String recipient;

    @Column(name = "subject_enc")
    @Convert(converter = EncryptedText.class)
    private String subject;

    @Column(name = "body_enc")
    @Convert(converter = EncryptedText.class)
    private String body;

    @Enumerated(EnumType.STRING)
    private State state = State.DUE;

    private Instant createdAt;
    private Instant sendAt;
    private Instant sentAt;
    private Long noticeId;
    private boolean sink;

    protected OutboxMessage() {}

    OutboxMessage(
            String dedupeKey,
            String applicationNumber,
            Long studentId,
            MessageKind kind,
            String language,
            OutgoingMail mail,
            Instant createdAt,
            Instant sendAt) {
        this.dedupeKey = dedupeKey;
        this.applicationNumber = applicationNumber;
        this.studentId = studentId;
        this.kind = kind;
        this.language = language;
        this.recipient = mail.recipient();
        this.subject = mail.subject();
        this.body = mail.body();
        this.createdAt = createdAt;
        this.sendAt = sendAt;
    }

    void about(Long notice, boolean intoTheSink) {
        noticeId = notice;
        sink = intoTheSink;
    }

    boolean isSink() {
        return sink;
    }

    /** Its code stays readable: it opens a made-up person's door only. */
    void sunk(Instant at) {
        state = State.SUNK;
        sentAt = at;
    }

    String applicationNumber() {
        return applicationNumber;
    }

    boolean isDue() {
        return state == State.DUE;
    }

    void sent(Instant at) {
        state = State.SENT;
        sentAt = at;
        purgeSecret();
    }

    void expire() {
        state = State.EXPIRED;
        purgeSecret();
    }

    void cancel() {
        if (isDue()) {
            state = State.CANCELLED;
        }
    }

    private void purgeSecret() {
        if (kind.isSecret()) {
            body = null;
            subject = null;
        }
    }

    OutgoingMail mail() {
        return new OutgoingMail(dedupeKey, recipient, subject, body);
    }

    Long id() {
        return id;
    }

    MessageKind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    State state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant sendAt() {
        return sendAt;
    }

    Instant sentAt() {
        return sentAt;
    }
}
