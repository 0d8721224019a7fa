package io.github.gradphoto.message;

/** The way out for mail: an SMTP server, or in the demo a mailbox page. */
public interface MailChannel {

    /** @throws RuntimeException when the mail could not be handed over; it is tried again later */
    void send(OutgoingMail mail);
}
