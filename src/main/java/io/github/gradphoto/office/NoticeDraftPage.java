package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Attachments;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeDraft;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.page.Upload;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 拟定采集通知: every setting of a notice on one form, and its files. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class NoticeDraftPage {

    private final Notices notices;
    private final Attachments attachments;
    private final Answers answers;
    private final Clock clock;

    NoticeDraftPage(Notices notices, Attachments attachments, Answers answers, Clock clock) {
        this.notices = notices;
        this.attachments = attachments;
        this.answers = answers;
        this.clock = clock;
    }

    /** Shows what is wrong, field by field. */
    @Component
    static class Answers {

        private final MessageSource texts;

        Answers(MessageSource texts) {
            this.texts = texts;
        }

        Map<String, String> of(NoticeForm form, Locale language) {
            var sentences = new LinkedHashMap<String, String>();
            form.faults()
                    .forEach((field, fault) -> sentences.put(
                            field,
                            texts.getMessage(
                                    "notice.error." + fault.key(),
                                    fault.arguments().toArray(),
                                    language)));
            return sentences;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }

    @GetMapping("/office/notices/new")
    String blank(Locale language, Model model) {
        return show(null, NoticeForm.blank(today()), language, model);
    }

    @PostMapping("/office/notices")
    String create(
            @RequestParam MultiValueMap<String, String> typed,
            Principal user,
            Locale language,
            Model model,
            HttpServletResponse response) {
        return keep(null, typed, draft -> notices.draft(draft, user.getName()).id(), language, model, response);
    }

    @GetMapping("/office/notices/{id}/edit")
    String edit(@PathVariable long id, Locale language, Model model) {
        var notice = changeable(id);
        return show(notice, NoticeForm.of(notice.asDraft(), today()), language, model);
    }

    @PostMapping("/office/notices/{id}/edit")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Principal user,
            Locale language,
            Model model,
            HttpServletResponse response) {
        return keep(
                changeable(id),
                typed,
                draft -> {
                    notices.change(id, draft, user.getName());
                    return id;
                },
                language,
                model,
                response);
    }

    private String keep(
            Notice notice,
            MultiValueMap<String, String> typed,
            ToLongFunction<NoticeDraft> deed,
            Locale language,
            Model model,
            HttpServletResponse response) {
        var form = new NoticeForm(typed, today());
        var draft = form.read(notice != null && notice.isLaterRound() ? notice : null);
        if (draft != null) {
            try {
                return "redirect:/office/notices/" + deed.applyAsLong(draft);
            } catch (Refusal refusal) {
                if (!"noticeNumberTaken".equals(refusal.key())) {
                    throw refusal;
                }
                form.fault("documentNumber", "numberTaken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(notice, form, language, model);
    }

    private Notice changeable(long id) {
        var notice = notices.byId(id);
        if (!notice.isChangeable() || notice.isRehearsal()) {
            throw Refusal.conflict("noticeNotDraft");
        }
        return notice;
    }

    private String show(Notice notice, NoticeForm form, Locale language, Model model) {
        model.addAttribute("notice", notice);
        model.addAttribute("form", form);
        model.addAttribute("errors", answers.of(form, language));
        return "office/notice-draft";
    }

    @PostMapping("/office/notices/{id}/attachments")
    String attach(@PathVariable long id, @RequestParam(required = false) MultipartFile file, Principal user)
            throws IOException {
        if (!Upload.isGiven(file)) {
            throw Refusal.invalid("attachmentNeeded");
        }
        attachments.add(id, file.getOriginalFilename(), file.getBytes(), user.getName());
        return "redirect:/office/notices/" + id + "#attachments";
    }

    @PostMapping("/office/notices/{id}/attachments/{file}/remove")
    String detach(@PathVariable long id, @PathVariable long file, Principal user) {
        attachments.remove(id, file, user.getName());
        return "redirect:/office/notices/" + id + "#attachments";
    }
}
