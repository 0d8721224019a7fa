package io.github.gradphoto.application;

import io.github.gradphoto.draft.DraftForm;
import io.github.gradphoto.draft.Drafts;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.page.Upload;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 信息核对: 无误 with mail and telephone, or 信息有误 with the fields that are wrong. */
@StudentPage
class DetailsPage {

    /**
     * @param disputed fields that the student ticked as wrong
     * @param typed    everything that was typed, by the name of its input
     */
    record Form(String email, String phone, List<String> disputed, Map<String, String> typed, String explanation) {

        /** What would be right, or null where nothing was typed. */
        public String claimed(DetailField field) {
            var claimed = typed.getOrDefault("claimed_" + field, "").strip();
            return claimed.isEmpty() ? null : claimed;
        }
    }

    private final OwnApplication own;
    private final Details details;
    private final Roster roster;
    private final Drafts drafts;
    private final EvidenceFile evidence;
    private final FormAnswer answer;

    DetailsPage(
            OwnApplication own,
            Details details,
            Roster roster,
            Drafts drafts,
            EvidenceFile evidence,
            FormAnswer answer) {
        this.own = own;
        this.details = details;
        this.roster = roster;
        this.drafts = drafts;
        this.evidence = evidence;
        this.answer = answer;
    }

    @GetMapping("/my/details")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        if (!own.isAsked(me, Step.CONFIRM_DETAILS) && !own.isAsked(me, Step.RECONFIRM_DETAILS)) {
            return "redirect:/my";
        }
        var student = roster.byId(me.studentId());
        var draft = drafts.of(me.studentId(), DraftForm.DISPUTE);
        model.addAttribute("restored", draft.isPresent());
        var disputed = draft.map(d -> d.all("disputed")).orElse(List.of());
        var explanation = draft.map(d -> d.one("explanation")).orElse(null);
        var typed = new HashMap<String, String>();
        draft.ifPresent(kept -> kept.values().keySet().forEach(name -> typed.put(name, kept.one(name))));
        return show(me, new Form(student.email(), student.phone(), disputed, typed, explanation), model);
    }

    private String show(StudentUser me, Form form, Model model) {
        model.addAttribute("student", roster.byId(me.studentId()));
        model.addAttribute("form", form);
        model.addAttribute("fields", DetailField.values());
        model.addAttribute("again", own.isAsked(me, Step.RECONFIRM_DETAILS));
        model.addAttribute("dispute", details.latest(own.number(me)).orElse(null));
        return "application/details";
    }

    /**
     * @param answered {@code right}, {@code again} or {@code wrong}: the button that was pressed
     * @param typed    with {@code claimed_<FIELD>} of the ticked fields
     * @param files    with {@code evidence_<FIELD>} of the ticked fields
     */
    @PostMapping("/my/details")
    String answer(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(defaultValue = "") String answered,
            @RequestParam(required = false) String email,
            @RequestParam(required = false) String phone,
            @RequestParam(required = false) List<String> disputed,
            @RequestParam(required = false) String explanation,
            HttpServletRequest request,
            @RequestParam Map<String, String> typed,
            @RequestParam Map<String, MultipartFile> files,
            Model model)
            throws IOException {
        var form = new Form(email, phone, disputed == null ? List.of() : disputed, typed, explanation);
        return answer.to(
                () -> {
                    if ("again".equals(answered)) {
                        details.confirmAgain(own.number(me));
                    } else if ("wrong".equals(answered)) {
                        dispute(me, form, files);
                    } else {
                        details.confirm(own.number(me), form.email(), form.phone());
                    }
                    drafts.drop(me.studentId(), DraftForm.DISPUTE);
                },
                model,
                () -> {
                    drafts.keep(me.studentId(), DraftForm.DISPUTE, request.getParameterMap());
                    return show(me, form, model);
                });
    }

    private void dispute(StudentUser me, Form form, Map<String, MultipartFile> files) throws IOException {
        if (!own.isAsked(me, Step.CONFIRM_DETAILS)) {
            throw Refusal.conflict("stepNotOpen");
        }
        var claims = new EnumMap<DetailField, String>(DetailField.class);
        var pictures = new EnumMap<DetailField, byte[]>(DetailField.class);
        for (var field : Choice.all(DetailField.class, form.disputed())) {
            claims.put(field, form.claimed(field));
            var picture = files.get("evidence_" + field);
            if (Upload.isGiven(picture)) {
                pictures.put(field, evidence.prepare(picture.getBytes()));
            }
        }
        details.dispute(own.number(me), claims, form.explanation(), pictures);
    }
}
