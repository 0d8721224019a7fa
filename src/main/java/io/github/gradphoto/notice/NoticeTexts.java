package io.github.gradphoto.notice;

import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words of a notice's messages: its own, or the usual ones. */
@Service
@Transactional
public class NoticeTexts {

    private final NoticeTextRepository repository;
    private final Notices notices;
    private final MessageSource texts;
    private final AuditLog audit;

    NoticeTexts(NoticeTextRepository repository, Notices notices, MessageSource texts, AuditLog audit) {
        this.repository = repository;
        this.notices = notices;
        this.texts = texts;
        this.audit = audit;
    }

    /** @param language zh or en; staff's texts are Chinese */
    @Transactional(readOnly = true)
    public NoticeWords of(long noticeId, NoticeTextKind kind, String language) {
        var spoken = kind.isForStudents() && "en".equals(language) ? "en" : "zh";
        return repository
                .findByNoticeIdAndKindAndLanguage(noticeId, kind, spoken)
                .map(NoticeText::words)
                .orElseGet(() -> usual(kind, spoken));
    }

    private NoticeWords usual(NoticeTextKind kind, String language) {
        var locale = Locale.forLanguageTag(language);
        return new NoticeWords(
                texts.getMessage(kind.usual() + ".subject", null, locale),
                texts.getMessage(kind.usual() + ".body", null, locale));
    }

    /** @throws Refusal noticeOver, or what is wrong with the words */
    public void say(long noticeId, NoticeTextKind kind, String language, NoticeWords words, String by) {
        var checked = checked(kind, language, words);
        ensureNotOver(noticeId);
        var text = repository
                .findByNoticeIdAndKindAndLanguage(noticeId, kind, language)
                .orElseGet(() -> new NoticeText(noticeId, kind, language));
        text.say(checked);
        repository.save(text);
        audit.record(by, "notice-text-changed", "notice-" + noticeId, kind + "-" + language);
    }

    /** The words as they would be kept. @throws Refusal what is wrong with them */
    public NoticeWords checked(NoticeTextKind kind, String language, NoticeWords words) {
        return words.checked(kind, language);
    }

    private void ensureNotOver(long noticeId) {
        var state = notices.byId(noticeId).state();
        if (state == Notice.State.ARCHIVED || state == Notice.State.DISCARDED) {
            throw Refusal.conflict("noticeOver");
        }
    }

    /** Back to the usual words. @throws Refusal noticeOver */
    public void forget(long noticeId, NoticeTextKind kind, String language, String by) {
        ensureNotOver(noticeId);
        repository.findByNoticeIdAndKindAndLanguage(noticeId, kind, language).ifPresent(text -> {
            repository.delete(text);
            audit.record(by, "notice-text-usual", "notice-" + noticeId, kind + "-" + language);
        });
    }

    @Transactional(readOnly = true)
    public boolean isOwn(long noticeId, NoticeTextKind kind, String language) {
        return repository
                .findByNoticeIdAndKindAndLanguage(noticeId, kind, language)
                .isPresent();
    }

    /** A copied notice says what its model said. */
    public void copy(long from, long to) {
        repository.findByNoticeId(from).forEach(text -> {
            var copy = new NoticeText(to, text.kind(), text.language());
            copy.say(text.words());
            repository.save(copy);
        });
    }
}
