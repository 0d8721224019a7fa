package io.github.gradphoto.office;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.LateCasesAtOnce;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WorkingDays;
import io.github.gradphoto.campaign.Batches;
import io.github.gradphoto.campaign.Escalations;
import io.github.gradphoto.campaign.NoticeReports;
import io.github.gradphoto.campaign.Rounds;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Attachments;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeTextKind;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.rehearsal.Rehearsals;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 采集通知: all notices, and what is done with one: send to the dean, sign, change what may change, round, rehearsal. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar','GROUP_dean')")
class NoticesPage {

    private static final String OFFICE = "hasAuthority('GROUP_registrar')";
    private static final int LONGEST_NOTE = 500;
    private static final String WHILE_STUDENTS_ACT = "5"; // seconds

    private final Notices notices;
    private final Roster roster;
    private final Attachments attachments;
    private final Batches batches;
    private final Escalations escalations;
    private final NoticeReports reports;
    private final Messages messages;
    private final LateCasesAtOnce late;
    private final Rounds rounds;
    private final Rehearsals rehearsals;
    private final StaffTaskDriver tasks;
    private final ApplicationProcess process;
    private final WorkingDays calendar;
    private final Clock clock;

    NoticesPage(
            Notices notices,
            Roster roster,
            Attachments attachments,
            Batches batches,
            Escalations escalations,
            NoticeReports reports,
            Messages messages,
            LateCasesAtOnce late,
            Rounds rounds,
            Rehearsals rehearsals,
            StaffTaskDriver tasks,
            ApplicationProcess process,
            WorkingDays calendar,
            Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.attachments = attachments;
        this.batches = batches;
        this.escalations = escalations;
        this.reports = reports;
        this.messages = messages;
        this.late = late;
        this.rounds = rounds;
        this.rehearsals = rehearsals;
        this.tasks = tasks;
        this.process = process;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/office/notices")
    String list(Model model) {
        model.addAttribute("notices", notices.all());
        model.addAttribute("rehearsal", rehearsals.current().orElse(null));
        return "office/notices";
    }

    @GetMapping("/office/notices/{id}")
    String one(@PathVariable long id, Authentication user, Model model, HttpServletResponse response) {
        var notice = notices.byId(id);
        model.addAttribute("notice", notice);
        model.addAttribute("office", hasGroup(user, "GROUP_registrar"));
        model.addAttribute("dean", hasGroup(user, "GROUP_dean"));
        model.addAttribute("figures", NoticeFigures.of(notice, roster.figuresOf(notice), calendar));
        model.addAttribute("attachments", attachments.of(id));
        model.addAttribute("batches", batches.of(id));
        model.addAttribute("invitations", messages.countOf(id, MessageKind.INVITATION));
        model.addAttribute("escalations", escalations.told(id));
        model.addAttribute("report", reports.of(id).orElse(null));
        model.addAttribute("previous", notice.previousId() == null ? null : notices.byId(notice.previousId()));
        model.addAttribute("next", notices.nextRound(notice).orElse(null));
        model.addAttribute("textKinds", NoticeTextKind.values());
        var rehearsal = rehearsals.of(id);
        if (rehearsal.filter(one -> one.drivenAt() == null).isPresent()) {
            response.setHeader("Refresh", WHILE_STUDENTS_ACT);
        }
        model.addAttribute("rehearsal", rehearsal.orElse(null));
        model.addAttribute("rehearsing", rehearsals.current().isPresent());
        model.addAttribute("mostRehearsed", Rehearsals.MOST);
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Deadlines.ZONE));
        boolean deciding = process.isOpen(key(id), Step.DECIDE_UNFINISHED);
        model.addAttribute("deciding", deciding);
        model.addAttribute("undecided", deciding ? late.undecided(id).size() : 0);
        return "office/notice";
    }

    private static boolean hasGroup(Authentication user, String group) {
        return user.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals(group));
    }

    private static String key(long id) {
        return "notice-" + id;
    }

    private static String back(long id) {
        return "redirect:/office/notices/" + id;
    }

    /** Its process signs it when the students are made, and clears it when it is over. */
    private void refuseRehearsal(long id) {
        if (rehearsals.of(id).isPresent()) {
            throw Refusal.conflict("rehearsalRunsItself");
        }
    }

    /** 送签, also after the dean returned it. */
    @PostMapping("/office/notices/{id}/submit")
    @PreAuthorize(OFFICE)
    String submit(@PathVariable long id, Principal user) {
        refuseRehearsal(id);
        if (notices.byId(id).state() == Notice.State.RETURNED) {
            tasks.complete(key(id), Step.REVISE_NOTICE, user.getName(), Map.of("decision", "RESUBMITTED"));
        } else {
            notices.submit(id, user.getName());
        }
        return back(id);
    }

    @PostMapping("/office/notices/{id}/discard")
    @PreAuthorize(OFFICE)
    String discard(@PathVariable long id, Principal user) {
        refuseRehearsal(id);
        if (notices.byId(id).state() == Notice.State.RETURNED) {
            tasks.complete(key(id), Step.REVISE_NOTICE, user.getName(), Map.of("decision", "DISCARDED"));
        } else {
            notices.discard(id, user.getName());
        }
        return "redirect:/office/notices";
    }

    /** 签发 or 退回修改: the dean does the task of the process from here. */
    @PostMapping("/office/notices/{id}/sign")
    @PreAuthorize("hasAuthority('GROUP_dean')")
    String sign(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            Principal user) {
        tasks.complete(key(id), Step.SIGN_NOTICE, user.getName(), Map.of("decision", decision, "note", note));
        return back(id);
    }

    @PostMapping("/office/notices/{id}/contact")
    @PreAuthorize(OFFICE)
    String contact(@PathVariable long id, @RequestParam(defaultValue = "") String contact, Principal user) {
        notices.changeContact(id, contact, user.getName());
        return back(id);
    }

    @PostMapping("/office/notices/{id}/close")
    @PreAuthorize(OFFICE)
    String closeLater(@PathVariable long id, @RequestParam(defaultValue = "") String closesOn, Principal user) {
        try {
            notices.closeLater(id, Deadlines.endOf(LocalDate.parse(closesOn)), user.getName());
        } catch (DateTimeParseException notADay) {
            throw Refusal.invalid("dayInvalid");
        }
        return back(id);
    }

    @PostMapping("/office/notices/{id}/copy")
    @PreAuthorize(OFFICE)
    String copy(@PathVariable long id, Principal user) {
        return "redirect:/office/notices/" + rounds.copy(id, user.getName()).id() + "/edit";
    }

    @PostMapping("/office/notices/{id}/next-round")
    @PreAuthorize(OFFICE)
    String nextRound(@PathVariable long id, Principal user) {
        return back(rounds.open(id, user.getName()).id());
    }

    /** 处理未完成名单: the same task as in Tasklist. */
    @PostMapping("/office/notices/{id}/unfinished")
    @PreAuthorize(OFFICE)
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") String nextRound,
            Principal user) {
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("textTooLong", LONGEST_NOTE);
        }
        tasks.complete(
                key(id),
                Step.DECIDE_UNFINISHED,
                user.getName(),
                Map.of("decision", decision, "until", until, "note", note, "nextRound", nextRound));
        return back(id);
    }

    @PostMapping("/office/notices/{id}/rehearse")
    @PreAuthorize(OFFICE)
    String rehearse(@PathVariable long id, @RequestParam(defaultValue = "") String size, Principal user) {
        var count = size.strip().matches("\\d{1,5}") ? Integer.parseInt(size.strip()) : 0;
        return back(rehearsals.order(id, count, user.getName()).id());
    }

    @PostMapping("/office/notices/{id}/rehearsal-over")
    @PreAuthorize(OFFICE)
    String over(@PathVariable long id, Principal user, RedirectAttributes next) {
        rehearsals.over(id, user.getName());
        next.addFlashAttribute("clearing", true);
        return "redirect:/office/notices";
    }

    /** 消息池: what the rehearsal would have sent. Made-up people's only. */
    @GetMapping("/office/notices/{id}/sink")
    @PreAuthorize(OFFICE)
    String sink(@PathVariable long id, Model model) {
        var notice = notices.byId(id);
        if (!notice.isRehearsal()) {
            throw Refusal.notFound("noRehearsal");
        }
        model.addAttribute("notice", notice);
        model.addAttribute("messages", messages.sunk(id, 200));
        return "office/notice-sink";
    }

    /** A file of a notice that is not signed yet, for those who work on it. */
    @GetMapping("/office/notices/{id}/attachments/{file}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable long file) {
        var attachment = attachments
                .find(file)
                .filter(found -> found.noticeId() == id)
                .orElseThrow(() -> Refusal.notFound("noAttachment"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(attachments.content(attachment));
    }
}
