package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.ChosenTaskDriver;
import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.payment.IncomingPayment;
import io.github.gradphoto.payment.Refund;
import io.github.gradphoto.payment.Refunds;
import io.github.gradphoto.payment.UnmatchedPayments;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 来款认领 and 退费, listed and worked off: the same tasks as in Tasklist, through the same forms, each by itself. With four
 * eyes whoever approved a refund does not pay it out; the form refuses it, and the list does not offer it.
 */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_bursar')")
class BursaryTasksPage {

    private static final List<Step> UNMATCHED = List.of(Step.CLAIM_PAYMENT, Step.RETURN_PAYMENT);
    private static final List<Step> REFUNDS = List.of(Step.APPROVE_REFUND, Step.PAY_OUT_REFUND);
    private static final String REFERENCE = "reference_";

    /** More do not fit on a page; the next ones come when these are done. */
    private static final int SHOWN = 200;

    /** @param mine whether this person decided the step before, and with four eyes another has to do this one */
    record Sum(StaffTask task, IncomingPayment payment, boolean mine, boolean taken) {}

    /** The same of a refund. */
    record Back(StaffTask task, Refund refund, Application application, Student student, boolean mine, boolean taken) {}

    /** @param refusal why not, or null */
    record Result(String number, String refusal) {}

    private final StaffTasks tasks;
    private final ChosenTaskDriver driver;
    private final UnmatchedPayments unmatched;
    private final Refunds refunds;
    private final Applications applications;
    private final Roster roster;
    private final MessageSource texts;

    BursaryTasksPage(
            StaffTasks tasks,
            ChosenTaskDriver driver,
            UnmatchedPayments unmatched,
            Refunds refunds,
            Applications applications,
            Roster roster,
            MessageSource texts) {
        this.tasks = tasks;
        this.driver = driver;
        this.unmatched = unmatched;
        this.refunds = refunds;
        this.applications = applications;
        this.roster = roster;
        this.texts = texts;
    }

    @GetMapping("/office/payments/unmatched")
    String unmatched(Principal user, Model model) {
        var found = tasks.at(UNMATCHED);
        var some = found.stream().limit(SHOWN).toList();
        var payments = unmatched.byIds(subjects(some));
        boolean fourEyes = unmatched.isFourEyes();
        model.addAttribute(
                "sums",
                some.stream()
                        .filter(task -> payments.containsKey(task.subject()))
                        .map(task -> sum(task, payments.get(task.subject()), fourEyes, user.getName()))
                        .toList());
        model.addAttribute("all", found.size());
        model.addAttribute("shown", SHOWN);
        return "office/payments-unmatched";
    }

    private static Sum sum(StaffTask task, IncomingPayment payment, boolean fourEyes, String me) {
        boolean mine = fourEyes && task.step() == Step.RETURN_PAYMENT && me.equals(payment.decidedBy());
        return new Sum(task, payment, mine, isTaken(task, me));
    }

    private static boolean isTaken(StaffTask task, String me) {
        return task.assignee() != null && !task.assignee().equals(me);
    }

    private static List<Long> subjects(List<StaffTask> some) {
        return some.stream().map(StaffTask::subject).filter(Objects::nonNull).toList();
    }

    /** @param decision ASSIGN or RETURN while it is to be claimed; absent when it is sent back */
    @PostMapping("/office/payments/unmatched/{taskId}")
    String settle(
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String studentNumber,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String reference,
            Principal user,
            RedirectAttributes next) {
        open(taskId, UNMATCHED);
        driver.completeTask(
                taskId,
                user.getName(),
                Map.of("decision", decision, "studentNumber", studentNumber, "note", note, "reference", reference));
        next.addFlashAttribute("done", true);
        return "redirect:/office/payments/unmatched";
    }

    /** A task of another step, or that this person may not see, is not there. */
    private StaffTask open(String taskId, List<Step> steps) {
        return tasks.find(taskId)
                .filter(task -> steps.contains(task.step()))
                .orElseThrow(() -> Refusal.notFound("noTask"));
    }

    @GetMapping("/office/payments/refunds")
    String refunds(Principal user, Model model) {
        var found = tasks.at(REFUNDS);
        var backs = backs(found.stream().limit(SHOWN).toList(), user.getName());
        model.addAttribute(
                "toApprove",
                backs.stream()
                        .filter(back -> back.task().step() == Step.APPROVE_REFUND)
                        .toList());
        model.addAttribute(
                "toPay",
                backs.stream()
                        .filter(back -> back.task().step() == Step.PAY_OUT_REFUND)
                        .toList());
        model.addAttribute("all", found.size());
        model.addAttribute("shown", SHOWN);
        return "office/payments-refunds";
    }

    private List<Back> backs(List<StaffTask> some, String me) {
        var known = refunds.byIds(subjects(some));
        var cases = new HashMap<Long, Application>();
        applications
                .byIds(known.values().stream().map(Refund::applicationId).toList())
                .forEach(application -> cases.put(application.id(), application));
        var students =
                roster.byIds(cases.values().stream().map(Application::studentId).toList());
        return some.stream()
                .filter(task -> known.containsKey(task.subject()))
                .map(task -> {
                    var refund = known.get(task.subject());
                    var application = cases.get(refund.applicationId());
                    return new Back(
                            task,
                            refund,
                            application,
                            students.get(application.studentId()),
                            task.step() == Step.PAY_OUT_REFUND
                                    && me.equals(refund.approvedBy())
                                    && refunds.needsFourEyes(application.number()),
                            isTaken(task, me));
                })
                .toList();
    }

    /** @param decision of all chosen ones; @param note needed to decline */
    @PostMapping("/office/payments/refunds/approve")
    String approve(
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            Locale language,
            RedirectAttributes next) {
        if (task.isEmpty()) {
            throw Refusal.invalid("nobodyChosen");
        }
        var each = new HashMap<String, Map<String, String>>();
        task.forEach(id -> each.put(id, Map.of("decision", decision, "note", note)));
        return done(complete(Step.APPROVE_REFUND, each, user.getName(), language), next);
    }

    /** @param typed {@code reference_<task>} where a refund was paid out */
    @PostMapping("/office/payments/refunds/pay")
    String pay(@RequestParam Map<String, String> typed, Principal user, Locale language, RedirectAttributes next) {
        var each = new HashMap<String, Map<String, String>>();
        typed.forEach((name, reference) -> {
            if (name.startsWith(REFERENCE) && !reference.isBlank()) {
                each.put(name.substring(REFERENCE.length()), Map.of("reference", reference));
            }
        });
        if (each.isEmpty()) {
            throw Refusal.invalid("referenceNeeded");
        }
        return done(complete(Step.PAY_OUT_REFUND, each, user.getName(), language), next);
    }

    private List<Result> complete(Step step, Map<String, Map<String, String>> each, String by, Locale language) {
        var results = new ArrayList<Result>();
        each.forEach((taskId, fields) -> {
            var number = tasks.find(taskId).map(StaffTask::number).orElse("—");
            results.add(new Result(number, refusalOf(taskId, step, fields, by, language)));
        });
        return results;
    }

    private String refusalOf(String taskId, Step step, Map<String, String> fields, String by, Locale language) {
        try {
            open(taskId, List.of(step));
            driver.completeTask(taskId, by, fields);
            return null;
        } catch (Refusal refusal) {
            return texts.getMessage(refusal.messageKey(), refusal.arguments(), language);
        }
    }

    private static String done(List<Result> results, RedirectAttributes next) {
        next.addFlashAttribute("results", results);
        next.addFlashAttribute(
                "succeeded",
                results.stream().filter(result -> result.refusal() == null).count());
        return "redirect:/office/payments/refunds";
    }
}
