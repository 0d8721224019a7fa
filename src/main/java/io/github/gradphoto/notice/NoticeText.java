package io.github.gradphoto.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A text that a notice words itself; without one the usual words are taken. */
@Entity
class NoticeText {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long noticeId;

    @Enumerated(EnumType.STRING)
    private NoticeTextKind kind;

    private String language;
    private String subject;
    private String body;

    protected NoticeText() {}

    NoticeText(long noticeId, NoticeTextKind kind, String language) {
        this.noticeId = noticeId;
        this.kind = kind;
        this.language = language;
    }

    void say(NoticeWords words) {
        subject = words.subject();
        body = words.body();
    }

    NoticeWords words() {
        return new NoticeWords(subject, body);
    }

    NoticeTextKind kind() {
        return kind;
    }

    String language() {
        return language;
    }
}
