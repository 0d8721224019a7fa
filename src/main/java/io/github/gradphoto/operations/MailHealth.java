package io.github.gradphoto.operations;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Whether the mail server answers, in place of Spring Boot's own look: a page waits for this answer, most of all when the
 * server is gone, so it waits less long than a message may.
 */
@Component("mailHealthIndicator")
@ConditionalOnEnabledHealthIndicator("mail")
@ConditionalOnProperty("spring.mail.host")
class MailHealth extends AbstractHealthIndicator {

    private final JavaMailSenderImpl sender;
    private final Duration longest;

    @Autowired
    MailHealth(JavaMailSenderImpl sender) {
        this(sender, Duration.ofSeconds(2));
    }

    /** @param longest for the connection, and for each answer */
    MailHealth(JavaMailSenderImpl sender, Duration longest) {
        super("The mail server does not answer.");
        this.sender = sender;
        this.longest = longest;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        impatient().testConnection();
        health.up();
    }

    private JavaMailSenderImpl impatient() {
        var copy = new JavaMailSenderImpl();
        copy.setHost(sender.getHost());
        copy.setPort(sender.getPort());
        copy.setProtocol(sender.getProtocol());
        copy.setUsername(sender.getUsername());
        copy.setPassword(sender.getPassword());
        var properties = new Properties();
        properties.putAll(sender.getJavaMailProperties());
        for (var limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.put("mail." + copy.getProtocol() + "." + limit, String.valueOf(longest.toMillis()));
        }
        copy.setJavaMailProperties(properties);
        return copy;
    }
}
