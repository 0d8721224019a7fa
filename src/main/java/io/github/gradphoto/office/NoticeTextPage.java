package io.github.gradphoto.office;

import io.github.gradphoto.campaign.NoticeMessages;
import io.github.gradphoto.notice.NoticePlaceholder;
import io.github.gradphoto.notice.NoticeTextKind;
import io.github.gradphoto.notice.NoticeTexts;
import io.github.gradphoto.notice.NoticeWords;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 消息文字: one text of a notice in one language, its placeholders, and how it will look. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class NoticeTextPage {

    private final Notices notices;
    private final NoticeTexts texts;
    private final NoticeMessages messages;
    private final MessageSource sentences;

    NoticeTextPage(Notices notices, NoticeTexts texts, NoticeMessages messages, MessageSource sentences) {
        this.notices = notices;
        this.texts = texts;
        this.messages = messages;
        this.sentences = sentences;
    }

    @GetMapping("/office/notices/{id}/texts/{kind}/{spoken}")
    String show(@PathVariable long id, @PathVariable String kind, @PathVariable String spoken, Model model) {
        var chosen = kind(kind, spoken);
        return show(id, chosen, spoken, texts.of(id, chosen, spoken), true, model);
    }

    /** Staff are written to in Chinese alone. */
    private static NoticeTextKind kind(String kind, String spoken) {
        var chosen = Choice.of(NoticeTextKind.class, kind);
        if (!"zh".equals(spoken) && !("en".equals(spoken) && chosen.isForStudents())) {
            throw Refusal.invalid("choiceNeeded");
        }
        return chosen;
    }

    private String show(long id, NoticeTextKind kind, String spoken, NoticeWords words, boolean preview, Model model) {
        var notice = notices.byId(id);
        model.addAttribute("notice", notice);
        model.addAttribute("kind", kind);
        model.addAttribute("spoken", spoken);
        model.addAttribute("words", words);
        model.addAttribute("own", texts.isOwn(id, kind, spoken));
        model.addAttribute("preview", preview ? messages.preview(notice, words, spoken) : null);
        model.addAttribute(
                "placeholders",
                Arrays.stream(NoticePlaceholder.values()).filter(kind::knows).toList());
        return "office/notice-text";
    }

    /** @param deed {@code save}, {@code preview} or {@code usual}: the button that was pressed */
    @PostMapping("/office/notices/{id}/texts/{kind}/{spoken}")
    String change(
            @PathVariable long id,
            @PathVariable String kind,
            @PathVariable String spoken,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String deed,
            Principal user,
            Locale language,
            Model model,
            HttpServletResponse response) {
        var chosen = kind(kind, spoken);
        var words = new NoticeWords(subject, body);
        try {
            switch (deed) {
                case "usual" -> texts.forget(id, chosen, spoken, user.getName());
                case "preview" -> {
                    return show(id, chosen, spoken, texts.checked(chosen, spoken, words), true, model);
                }
                default -> texts.say(id, chosen, spoken, words, user.getName());
            }
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("refusal", sentences.getMessage(refusal.messageKey(), refusal.arguments(), language));
            return show(id, chosen, spoken, words, false, model);
        }
        return "redirect:/office/notices/" + id + "#texts";
    }
}
