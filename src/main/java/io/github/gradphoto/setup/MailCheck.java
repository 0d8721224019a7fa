package io.github.gradphoto.setup;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Whether the mail server takes our connection, our name and, where asked for, a message. */
final class MailCheck {

    private final Settings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailCheck(Settings settings) {
        this.settings = settings;
        var mail = settings.mail();
        sender.setHost(mail.getHost());
        sender.setPort(mail.getPort() == null ? JavaMailSenderImpl.DEFAULT_PORT : mail.getPort());
        sender.setProtocol(mail.getProtocol());
        sender.setUsername(mail.getUsername());
        sender.setPassword(mail.getPassword());
        sender.getJavaMailProperties().putAll(mail.getProperties());
    }

    /** What is missing of the settings, without asking the server; null for nothing. */
    static Finding lacking(Settings settings) {
        var host = settings.mail().getHost();
        if (host == null || host.isBlank()) {
            return Finding.bad("mail.missing");
        }
        return isAddress(settings.from()) ? null : Finding.bad("mail.from", settings.from());
    }

    static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return text.contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    Finding look() {
        var lacking = lacking(settings);
        if (lacking != null) {
            return lacking;
        }
        var server = sender.getHost() + ":" + sender.getPort();
        try (var transport = sender.getSession().getTransport(sender.getProtocol())) {
            transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
            if (isEncrypted(transport)) {
                return Finding.good(sender.getUsername() == null ? "mail.good" : "mail.signedIn", server);
            }
            return isThisMachine() ? Finding.good("mail.local", server) : Finding.note("mail.plain", server);
        } catch (AuthenticationFailedException e) {
            return Finding.bad("mail.refused", server, String.valueOf(sender.getUsername()));
        } catch (MessagingException e) {
            return isUntrusted(e)
                    ? Finding.bad(
                            "mail.certificate",
                            server,
                            Reason.of(e),
                            sender.getProtocol().toUpperCase(Locale.ROOT),
                            sender.getHost())
                    : Finding.bad("mail.unreachable", server, Reason.of(e));
        }
    }

    Finding send(String to) {
        if (!isAddress(to)) {
            return Finding.bad("mail.noAddress", to);
        }
        var message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(to);
        message.setSubject("gradphoto setup");
        message.setText("gradphoto: 测试邮件 / test mail");
        try {
            sender.send(message);
            return Finding.good("mail.sent", to);
        } catch (MailException e) {
            return Finding.bad("mail.notSent", to, Reason.of(e));
        }
    }

    /** A port without TLS fails otherwise: with an SSLException that is none of these. */
    private static boolean isUntrusted(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException || cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEncrypted(Transport transport) {
        return transport instanceof SMTPTransport smtp && smtp.isSSL();
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(sender.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
