package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.prints.Parcel;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case, for a question on the telephone; the office cancels it here, the mail room says what became of the parcel. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_mailroom')")
class CasesPage {

    private static final int LONGEST_REASON = 500;

    private final CaseLookup lookup;
    private final CaseHeads heads;
    private final ApplicationProcess process;
    private final EndApplication end;
    private final Payments payments;
    private final Prints prints;
    private final AuditLog audit;

    CasesPage(
            CaseLookup lookup,
            CaseHeads heads,
            ApplicationProcess process,
            EndApplication end,
            Payments payments,
            Prints prints,
            AuditLog audit) {
        this.lookup = lookup;
        this.heads = heads;
        this.process = process;
        this.end = end;
        this.payments = payments;
        this.prints = prints;
        this.audit = audit;
    }

    @GetMapping("/office/cases")
    String page(@RequestParam(required = false) String number, Principal user, Model model) {
        if (number != null && !number.isBlank()) {
            var application = byNumber(number);
            audit.record(user.getName(), "case-seen", application.number(), null);
            model.addAttribute("caseFile", application);
            model.addAttribute("head", heads.of(application.number(), null));
            model.addAttribute("steps", process.openSteps(application.number()));
            model.addAttribute("order", payments.latest(application.number()).orElse(null));
            model.addAttribute("parcel", prints.parcel(application.number()).orElse(null));
            model.addAttribute("underWay", process.isOpen(application.number(), Step.CONFIRM_RECEIPT));
        }
        return "office/cases";
    }

    /** What was typed may be a student number, which has no place in an address. */
    @PostMapping("/office/cases")
    String find(@RequestParam String typed) {
        return back(lookup.find(typed));
    }

    @PostMapping("/office/cases/cancel")
    @PreAuthorize("hasAuthority('GROUP_registrar')")
    String cancel(@RequestParam String number, @RequestParam String reason, Principal user, RedirectAttributes next) {
        end.cancel(byNumber(number).number(), needed(reason), user.getName());
        return done(number, next);
    }

    @PostMapping("/office/cases/parcel-delivered")
    @PreAuthorize("hasAuthority('GROUP_mailroom')")
    String delivered(@RequestParam String number, Principal user, RedirectAttributes next) {
        ensureUnderWay(number);
        prints.delivered(number);
        audit.record(user.getName(), "parcel-delivered", number, null);
        return done(number, next);
    }

    @PostMapping("/office/cases/parcel-returned")
    @PreAuthorize("hasAuthority('GROUP_mailroom')")
    String returned(
            @RequestParam String number,
            @RequestParam(defaultValue = "RETURNED") String kind,
            @RequestParam String reason,
            Principal user,
            RedirectAttributes next) {
        ensureUnderWay(number);
        prints.troubled(number, Choice.of(Parcel.Trouble.class, kind), needed(reason));
        audit.record(user.getName(), "parcel-troubled", number, null);
        return done(number, next);
    }

    private void ensureUnderWay(String number) {
        if (!process.isOpen(byNumber(number).number(), Step.CONFIRM_RECEIPT)) {
            throw Refusal.conflict("stepNotOpen");
        }
    }

    private Application byNumber(String number) {
        return lookup.byNumber(number).orElseThrow(() -> Refusal.notFound("noCase"));
    }

    private static String needed(String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("reasonNeeded");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("textTooLong", LONGEST_REASON);
        }
        return reason.strip();
    }

    private static String done(String number, RedirectAttributes next) {
        next.addFlashAttribute("done", true);
        return "redirect:/office/cases?number=" + number;
    }

    private static String back(Application application) {
        return "redirect:/office/cases?number=" + application.number();
    }
}
