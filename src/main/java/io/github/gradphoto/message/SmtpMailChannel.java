package io.github.gradphoto.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mail to the SMTP server of {@code spring.mail.*}. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpMailChannel implements MailChannel {

    private final JavaMailSender sender;
    private final String from;

    SmtpMailChannel(JavaMailSender sender, @Value("${gradphoto.mail.from}") String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void send(OutgoingMail mail) {
        try {
            var message = new KeyedMessage(sender.createMimeMessage(), "<" + mail.key() + "@gradphoto>");
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(mail.recipient());
            helper.setSubject(mail.subject());
            helper.setText(mail.body());
            sender.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be written.", e);
        }
    }

    /** Jakarta Mail writes a Message-ID of its own when it saves a message; ours has to stay the same over repeated sends. */
    private static final class KeyedMessage extends MimeMessage {

        private final String messageId;

        KeyedMessage(MimeMessage source, String messageId) throws MessagingException {
            super(source.getSession());
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
