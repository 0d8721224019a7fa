package io.github.gradphoto.office;

import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.page.Upload;
import io.github.gradphoto.payment.PaidListImport;
import io.github.gradphoto.payment.PaidRow;
import io.github.gradphoto.payment.PaidRow.Kind;
import io.github.gradphoto.refusal.Refusal;
import java.io.IOException;
import java.security.Principal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 缴费: what the bursary has to do, and 导入已缴费名单: upload, look at every line, take them in; then what became of each. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_bursar')")
class PaymentsPage {

    private static final String PAGE = "redirect:/office/payments";

    /** What the bursary has to do about single sums. */
    private static final List<Step> STEPS =
            List.of(Step.CLAIM_PAYMENT, Step.RETURN_PAYMENT, Step.APPROVE_REFUND, Step.PAY_OUT_REFUND);

    private final PaidListImport list;
    private final StaffTasks tasks;

    PaymentsPage(PaidListImport list, StaffTasks tasks) {
        this.list = list;
        this.tasks = tasks;
    }

    @GetMapping("/office/payments")
    String page(Model model) {
        var counts = new EnumMap<Step, Integer>(Step.class);
        STEPS.forEach(step -> counts.put(step, 0));
        tasks.at(STEPS).forEach(task -> counts.merge(task.step(), 1, Integer::sum));
        model.addAttribute("counts", counts);
        return "office/payments";
    }

    @PostMapping("/office/payments")
    String upload(@RequestParam(required = false) MultipartFile list, Principal user) throws IOException {
        if (!Upload.isGiven(list)) {
            throw Refusal.invalid("listNeeded");
        }
        return PAGE + "/" + this.list.upload(list.getBytes(), user.getName());
    }

    @GetMapping("/office/payments/{id}")
    String preview(@PathVariable long id, Principal user, Model model) {
        var rows = list.preview(id, user.getName());
        var counts = counts(rows);
        model.addAttribute("id", id);
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute("left", rows.size() - counts.get(Kind.KNOWN) - counts.get(Kind.BAD));
        return "office/payments-preview";
    }

    private static Map<Kind, Integer> counts(List<PaidRow> rows) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(
                    kind, (int) rows.stream().filter(row -> row.kind() == kind).count());
        }
        return counts;
    }

    @PostMapping("/office/payments/{id}/accept")
    String accept(@PathVariable long id, Principal user, RedirectAttributes next) {
        next.addFlashAttribute("taken", list.takeIn(id, user.getName()));
        return PAGE + "/" + id;
    }

    @PostMapping("/office/payments/{id}/close")
    String close(@PathVariable long id, Principal user) {
        list.close(id, user.getName());
        return PAGE;
    }
}
