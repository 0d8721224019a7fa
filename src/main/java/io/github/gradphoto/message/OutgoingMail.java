package io.github.gradphoto.message;

/** @param key stable over repeated sends, so that a receiver can drop a second copy; becomes the Message-ID */
public record OutgoingMail(String key, String recipient, String subject, String body) {}
