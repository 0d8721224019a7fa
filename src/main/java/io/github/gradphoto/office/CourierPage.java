package io.github.gradphoto.office;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WaitingCases;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.Upload;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.CourierOrders;
import io.github.gradphoto.prints.TrackingImport;
import io.github.gradphoto.prints.TrackingRow;
import io.github.gradphoto.prints.TrackingRow.Kind;
import io.github.gradphoto.refusal.Refusal;
import java.io.IOException;
import java.security.Principal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 批量下单 and 回填单号: the orders go to the courier as a file, and a file with its numbers comes back. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_mailroom')")
class CourierPage {

    /** A line that was good and could not be posted. */
    record Refused(int line, String order, String text) {}

    /** @param left good lines that were not tried yet; @param next line of the last that was tried */
    record Progress(List<Refused> refused, int posted, int left, int next) {}

    private static final String PAGE = "/office/prints/courier";

    private final WaitingCases waiting;
    private final CourierOrders orders;
    private final TrackingImport list;
    private final MessageSource texts;

    CourierPage(WaitingCases waiting, CourierOrders orders, TrackingImport list, MessageSource texts) {
        this.waiting = waiting;
        this.orders = orders;
        this.list = list;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    String page(Model model) {
        var numbers = toPost();
        var counts = orders.count(numbers);
        model.addAttribute("total", numbers.size());
        model.addAttribute("fresh", counts.fresh());
        model.addAttribute("ordered", counts.ordered());
        model.addAttribute("unaddressed", numbers.size() - counts.fresh() - counts.ordered());
        model.addAttribute("carriers", Carrier.values());
        return "office/courier";
    }

    private List<String> toPost() {
        return waiting.numbers(List.of(Step.POST_PARCEL), "", Integer.MAX_VALUE);
    }

    /** A form, not a link: the file marks its parcels as ordered. @param again also those ordered before */
    @PostMapping(PAGE + "/orders")
    ResponseEntity<byte[]> orders(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "false") boolean again,
            Principal user) {
        if (!format.equals("xlsx") && !format.equals("csv")) {
            throw Refusal.invalid("choiceNeeded");
        }
        var taken = orders.take(toPost(), again, user.getName());
        return format.equals("csv") ? CourierFile.csv(taken) : CourierFile.xlsx(taken);
    }

    @PostMapping(PAGE + "/numbers")
    String upload(
            @RequestParam(required = false) MultipartFile list,
            @RequestParam(defaultValue = "") String carrier,
            Principal user)
            throws IOException {
        if (!Upload.isGiven(list)) {
            throw Refusal.invalid("listNeeded");
        }
        var company = company(carrier);
        return to(this.list.upload(list.getBytes(), user.getName()), company);
    }

    /** @param carrier of lines that name none */
    @GetMapping(PAGE + "/numbers/{id:\\d{1,18}}")
    String preview(
            @PathVariable long id, @RequestParam(defaultValue = "") String carrier, Principal user, Model model) {
        var company = company(carrier);
        var rows = list.preview(id, company, user.getName());
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(kind, (int)
                    rows.stream().map(TrackingRow::kind).filter(kind::equals).count());
        }
        model.addAttribute("id", id);
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute("ready", counts.get(Kind.READY));
        model.addAttribute("bad", counts.get(Kind.BAD));
        model.addAttribute("carrier", company);
        model.addAttribute("carriers", Carrier.values());
        return "office/tracking-preview";
    }

    /** The next part, for the page's own script, which shows how far it is and sends the next. */
    @PostMapping(path = PAGE + "/numbers/{id:\\d{1,18}}/accept", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Progress acceptPart(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(defaultValue = "0") int after,
            Principal user,
            Locale language) {
        var taken = list.takeIn(id, company(carrier), after, user.getName());
        return new Progress(refused(taken, language), taken.posted(), taken.left(), taken.next());
    }

    /** Without scripts: a part, and the button for the next. */
    @PostMapping(path = PAGE + "/numbers/{id:\\d{1,18}}/accept", produces = MediaType.TEXT_HTML_VALUE)
    String accept(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(defaultValue = "0") int after,
            Principal user,
            Locale language,
            RedirectAttributes next) {
        var company = company(carrier);
        var taken = list.takeIn(id, company, after, user.getName());
        next.addFlashAttribute("posted", taken.posted());
        next.addFlashAttribute("left", taken.left());
        next.addFlashAttribute("after", taken.left() > 0 ? taken.next() : 0);
        next.addFlashAttribute("refused", refused(taken, language));
        return to(id, company);
    }

    private List<Refused> refused(TrackingImport.Taken taken, Locale language) {
        return taken.refused().stream()
                .map(one -> new Refused(
                        one.row().line(),
                        one.row().order(),
                        texts.getMessage(
                                one.refusal().messageKey(), one.refusal().arguments(), language)))
                .toList();
    }

    @PostMapping(PAGE + "/numbers/{id:\\d{1,18}}/close")
    String close(@PathVariable long id, Principal user) {
        list.close(id, user.getName());
        return "redirect:" + PAGE;
    }

    private static Carrier company(String carrier) {
        return carrier.isBlank() ? null : Choice.of(Carrier.class, carrier);
    }

    private static String to(long id, Carrier company) {
        return "redirect:" + PAGE + "/numbers/" + id + (company == null ? "" : "?carrier=" + company);
    }
}
