package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.RosterCorrections;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 更正名册: what the roster says of one student, and what is right. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class CorrectionPage {

    private static final int LONGEST_REASON = 300;
    /** Shown masked and corrected only where something is typed. */
    private static final Set<RosterField> HIDDEN =
            EnumSet.of(RosterField.ID_NUMBER, RosterField.EMAIL, RosterField.PHONE);

    private final CaseLookup lookup;
    private final CaseHeads heads;
    private final RosterCorrections corrections;
    private final AuditLog audit;

    CorrectionPage(CaseLookup lookup, CaseHeads heads, RosterCorrections corrections, AuditLog audit) {
        this.lookup = lookup;
        this.heads = heads;
        this.corrections = corrections;
        this.audit = audit;
    }

    @GetMapping("/office/cases/correct")
    String page(@RequestParam String number, Principal user, Model model) {
        var application = byNumber(number);
        audit.record(user.getName(), "case-seen", application.number(), null);
        model.addAttribute("caseFile", application);
        model.addAttribute("head", heads.of(application.number(), null));
        return "office/correction";
    }

    /** @param typed with {@code field_<FIELD>} */
    @PostMapping("/office/cases/correct")
    String correct(
            @RequestParam String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed,
            Principal user,
            RedirectAttributes next) {
        if (reason.isBlank()) {
            throw Refusal.invalid("reasonNeeded");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("textTooLong", LONGEST_REASON);
        }
        corrections.correct(byNumber(number).number(), wanted(typed), reason.strip(), user.getName());
        next.addFlashAttribute("done", true);
        return "redirect:/office/cases?number=" + number;
    }

    private static Map<RosterField, String> wanted(Map<String, String> typed) {
        var wanted = new EnumMap<RosterField, String>(RosterField.class);
        for (var field : RosterField.values()) {
            var value = typed.get("field_" + field);
            if (value != null && !(HIDDEN.contains(field) && value.isBlank())) {
                wanted.put(field, value);
            }
        }
        return wanted;
    }

    private Application byNumber(String number) {
        return lookup.byNumber(number).orElseThrow(() -> Refusal.notFound("noCase"));
    }
}
