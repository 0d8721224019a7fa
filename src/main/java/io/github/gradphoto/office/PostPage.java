package io.github.gradphoto.office;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Deliveries;
import io.github.gradphoto.prints.Parcels;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 扫码寄出: the bag, then the courier's number, then the next bag. Works with a scanner that presses Enter, without scripts. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_mailroom')")
class PostPage {

    private static final String PAGE = "/office/prints/post";

    private final Parcels parcels;
    private final Prints prints;
    private final Deliveries deliveries;
    private final CaseHeads heads;
    private final ApplicationProcess process;
    private final StaffTaskDriver tasks;
    private final MessageSource texts;

    PostPage(
            Parcels parcels,
            Prints prints,
            Deliveries deliveries,
            CaseHeads heads,
            ApplicationProcess process,
            StaffTaskDriver tasks,
            MessageSource texts) {
        this.parcels = parcels;
        this.prints = prints;
        this.deliveries = deliveries;
        this.heads = heads;
        this.process = process;
        this.tasks = tasks;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    String page(@RequestParam(defaultValue = "") String carrier, Model model) {
        return page(carrier.isBlank() ? null : Choice.of(Carrier.class, carrier), model);
    }

    /** With a bag alone: whose it is. With both: posted, and ready for the next bag. */
    @PostMapping(PAGE)
    String scanned(
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(defaultValue = "") String bag,
            @RequestParam(defaultValue = "") String tracking,
            Principal user,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Carrier company = null;
        try {
            company = chosen(carrier);
            var number = parcels.ofBag(bag);
            if (tracking.isBlank()) {
                ensureWaits(number);
                return next(company, bag, number, model);
            }
            post(number, company, tracking, user.getName());
            model.addAttribute("posted", heads.of(number, null));
            model.addAttribute("parcel", prints.parcel(number).orElse(null));
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("refusal", texts.getMessage(refusal.messageKey(), refusal.arguments(), language));
            // A number that was misread: the bag is still in the hand.
            if (refusal.key().startsWith("trackingNumber")) {
                return next(company, bag, parcels.ofBag(bag), model);
            }
        }
        return page(company, model);
    }

    private static Carrier chosen(String carrier) {
        if (carrier.isBlank()) {
            throw Refusal.invalid("carrierNeeded");
        }
        return Choice.of(Carrier.class, carrier);
    }

    private void post(String number, Carrier company, String tracking, String by) {
        try {
            tasks.complete(
                    number,
                    Step.POST_PARCEL,
                    by,
                    Map.of("carrier", company.name(), "trackingNumber", tracking.strip()));
        } catch (Refusal refusal) {
            if (refusal.key().equals("stepNotOpen")) {
                ensureWaits(number);
            }
            throw refusal;
        }
    }

    /** @throws Refusal bagPosted, bagNotPrinted */
    private void ensureWaits(String number) {
        if (!process.isOpen(number, Step.POST_PARCEL)) {
            throw Refusal.conflict(prints.parcel(number).isPresent() ? "bagPosted" : "bagNotPrinted");
        }
    }

    private String next(Carrier company, String bag, String number, Model model) {
        model.addAttribute("bag", bag.strip());
        model.addAttribute("head", heads.of(number, null));
        model.addAttribute("delivery", deliveries.of(number).orElse(null));
        return page(company, model);
    }

    private String page(Carrier company, Model model) {
        model.addAttribute("carrier", company);
        model.addAttribute("carriers", Carrier.values());
        return "office/post";
    }
}
