package io.github.gradphoto.office;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.prints.Parcel;
import io.github.gradphoto.prints.Parcels;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.prints.Prints.ParcelDecision;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 在途和异常包裹: what came back, was refused or is lost, and what is done about it: posted again, printed again, fetched. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_mailroom')")
class ParcelsPage {

    /** @param parcel the last one, or null */
    record Trouble(PrintsWaiting.Waiting waiting, Parcel parcel) {}

    private static final String PAGE = "/office/prints/parcels";
    private static final int SHOWN = 100;
    private static final int LONGEST = 300;

    private final Parcels parcels;
    private final Prints prints;
    private final PrintsWaiting waiting;
    private final ApplicationProcess process;
    private final StaffTaskDriver tasks;
    private final AuditLog audit;

    ParcelsPage(
            Parcels parcels,
            Prints prints,
            PrintsWaiting waiting,
            ApplicationProcess process,
            StaffTaskDriver tasks,
            AuditLog audit) {
        this.parcels = parcels;
        this.prints = prints;
        this.waiting = waiting;
        this.process = process;
        this.tasks = tasks;
        this.audit = audit;
    }

    @GetMapping(PAGE)
    String page(@RequestParam(defaultValue = "1") int page, Model model) {
        long total = parcels.countUnderWay();
        int pages = (int) Math.max(1, (total + SHOWN - 1) / SHOWN);
        int shown = Math.max(1, Math.min(page, pages));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return show(parcels.underWay((shown - 1) * SHOWN, SHOWN), model);
    }

    /** A parcel that came back is in the hand: its number or the bag's code is scanned. */
    @PostMapping(PAGE)
    String find(@RequestParam(defaultValue = "") String scanned, Model model) {
        var found = parcels.underWay(scanned);
        if (found.isEmpty()) {
            throw Refusal.notFound("noParcel");
        }
        model.addAttribute("scanned", true);
        return show(found, model);
    }

    private String show(List<Parcels.UnderWay> underWay, Model model) {
        model.addAttribute("underWay", underWay);
        model.addAttribute(
                "troubles",
                waiting.at(Step.RESOLVE_PARCEL).stream()
                        .map(one -> new Trouble(
                                one, prints.parcel(one.application().number()).orElse(null)))
                        .toList());
        model.addAttribute("kinds", List.of(Parcel.Trouble.RETURNED, Parcel.Trouble.REFUSED, Parcel.Trouble.LOST));
        model.addAttribute("decisions", ParcelDecision.values());
        return "office/parcels";
    }

    @PostMapping(PAGE + "/delivered")
    String delivered(@RequestParam String number, Principal user, RedirectAttributes next) {
        ensureUnderWay(number);
        prints.delivered(number);
        audit.record(user.getName(), "parcel-delivered", number, null);
        return done(next);
    }

    @PostMapping(PAGE + "/troubled")
    String troubled(
            @RequestParam String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            RedirectAttributes next) {
        var trouble = Choice.of(Parcel.Trouble.class, kind);
        if (reason.isBlank()) {
            throw Refusal.invalid("reasonNeeded");
        }
        if (reason.strip().length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        ensureUnderWay(number);
        prints.troubled(number, trouble, reason.strip());
        audit.record(user.getName(), "parcel-troubled", number, null);
        return done(next);
    }

    /** The task 处理快递异常, through its own form. */
    @PostMapping(PAGE + "/resolved")
    String resolved(
            @RequestParam String number,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            RedirectAttributes next) {
        tasks.complete(number, Step.RESOLVE_PARCEL, user.getName(), Map.of("decision", decision, "note", note));
        return done(next);
    }

    private void ensureUnderWay(String number) {
        if (parcels.underWay(number).isEmpty() || !process.isOpen(number, Step.CONFIRM_RECEIPT)) {
            throw Refusal.conflict("noParcel");
        }
    }

    private static String done(RedirectAttributes next) {
        next.addFlashAttribute("done", true);
        return "redirect:" + PAGE;
    }
}
