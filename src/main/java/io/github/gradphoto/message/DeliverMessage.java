package io.github.gradphoto.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends one row of the outbox. A failure is thrown on, so that the engine tries again and at last shows an incident. */
@Service("messageDelivery") // the plain name belongs to the task of the diagram
@Transactional
public class DeliverMessage {

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final OutboxRepository outbox;
    private final MailChannel channel;
    private final Clock clock;

    DeliverMessage(OutboxRepository outbox, MailChannel channel, Clock clock) {
        this.outbox = outbox;
        this.channel = channel;
        this.clock = clock;
    }

    /** Can run twice: what was sent, taken back, deleted with its case or is out of time is left alone. */
    public void deliver(long messageId) {
        var found = outbox.findById(messageId);
        if (found.isEmpty() || !found.get().isDue()) {
            return;
        }
        var message = found.get();
        if (message.isSink()) {
            message.sunk(clock.instant());
            return;
        }
        if (message.kind().isSecret() && message.createdAt().plus(CODE_LIFE).isBefore(clock.instant())) {
            message.expire();
            return;
        }
        channel.send(message.mail());
        message.sent(clock.instant());
    }

    @Transactional(readOnly = true)
    public Instant sendAt(long messageId) {
        return outbox.findById(messageId).orElseThrow().sendAt();
    }
}
