package io.github.gradphoto.portal;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.ConsentKind;
import io.github.gradphoto.application.SubmitApplication;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.draft.DraftForm;
import io.github.gradphoto.draft.Drafts;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.page.Upload;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The start form: who it is, where the prints go, what the student agrees to, and the code if it is at hand. */
@StudentPage
class ApplyPage {

    private final Roster roster;
    private final Applications applications;
    private final SubmitApplication submit;
    private final CollectionCodes codes;
    private final Drafts drafts;
    private final FormAnswer answer;
    private final Clock clock;

    ApplyPage(
            Roster roster,
            Applications applications,
            SubmitApplication submit,
            CollectionCodes codes,
            Drafts drafts,
            FormAnswer answer,
            Clock clock) {
        this.roster = roster;
        this.applications = applications;
        this.submit = submit;
        this.codes = codes;
        this.drafts = drafts;
        this.answer = answer;
        this.clock = clock;
    }

    @GetMapping("/my/apply")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        if (applications.latestOf(me.studentId()).filter(Application::isRunning).isPresent()) {
            return "redirect:/my";
        }
        submit.ensureMayApply(openNotice(me), roster.byId(me.studentId()));
        var draft = drafts.of(me.studentId(), DraftForm.APPLY);
        model.addAttribute("restored", draft.isPresent());
        return form(
                me,
                draft.map(d -> d.one("collectionType")).orElse(null),
                List.of(),
                draft.map(d -> d.one("codeLater")).isPresent(),
                model);
    }

    private Notice openNotice(StudentUser me) {
        return roster.noticeFor(roster.byId(me.studentId()))
                .filter(notice -> notice.isOpenAt(clock.instant()))
                .orElseThrow(() -> Refusal.conflict("closed"));
    }

    private String form(StudentUser me, String collectionType, List<String> consents, boolean codeLater, Model model) {
        model.addAttribute("notice", openNotice(me));
        model.addAttribute("student", roster.byId(me.studentId()));
        model.addAttribute("collectionType", collectionType);
        model.addAttribute("consents", consents);
        model.addAttribute("codeLater", codeLater);
        return "portal/apply";
    }

    @PostMapping("/my/apply")
    String apply(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(required = false) String collectionType,
            @RequestParam(defaultValue = "") List<String> consents,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            @RequestParam(defaultValue = "false") boolean codeLater,
            @RequestParam(required = false) MultipartFile codePicture,
            HttpServletRequest request,
            Model model)
            throws IOException {
        return answer.to(
                () -> {
                    submit.ensureMayApply(openNotice(me), roster.byId(me.studentId()));
                    var command = new SubmitApplication.Command(
                            me.studentId(),
                            Choice.of(CollectionType.class, collectionType),
                            given(consents),
                            acknowledged);
                    submit.submit(command, withCode(codePicture, codeLater));
                    drafts.drop(me.studentId(), DraftForm.APPLY);
                },
                model,
                () -> {
                    drafts.keep(me.studentId(), DraftForm.APPLY, request.getParameterMap());
                    return form(me, collectionType, consents, codeLater, model);
                });
    }

    private static Set<ConsentKind> given(List<String> consents) {
        var kinds = EnumSet.noneOf(ConsentKind.class);
        kinds.addAll(Choice.all(ConsentKind.class, consents));
        return kinds;
    }

    /** The picture is read before the transaction begins, because that takes a while. */
    private Consumer<Application> withCode(MultipartFile picture, boolean later) throws IOException {
        if (later || !Upload.isGiven(picture)) {
            return application -> {};
        }
        var payload = codes.read(picture.getBytes());
        return application -> codes.attach(application, payload);
    }
}
