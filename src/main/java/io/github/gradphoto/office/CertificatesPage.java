package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.certificate.Register;
import io.github.gradphoto.certificate.RegisterPdf;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 毕业证发放: the register to sign, and who gets no certificate and why. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_certificate-desk')")
class CertificatesPage {

    private final Register register;
    private final Notices notices;
    private final Roster roster;
    private final AuditLog audit;
    private final RegisterPdf pdf = new RegisterPdf(Deadlines.ZONE);

    CertificatesPage(Register register, Notices notices, Roster roster, AuditLog audit) {
        this.register = register;
        this.notices = notices;
        this.roster = roster;
        this.audit = audit;
    }

    @GetMapping("/office/certificates")
    String page(@RequestParam(required = false) Long notice, Principal user, Model model) {
        model.addAttribute("notices", notices.published());
        shown(notice).ifPresent(chosen -> {
            var classes = new TreeMap<String, String>();
            roster.audienceOf(chosen).forEach(student -> classes.put(student.classCode(), student.className()));
            model.addAttribute("notice", chosen);
            model.addAttribute("classes", classes);
            model.addAttribute("stopped", register.stopped(chosen.id()));
            var lines = register.lines(chosen.id(), null, null, Deadlines.ZONE);
            model.addAttribute("made", lines.size());
            model.addAttribute(
                    "handedOver",
                    lines.stream().filter(line -> line.receiver() != null).count());
            audit.record(user.getName(), "certificates-seen", "notice-" + chosen.id(), null);
        });
        return "office/certificates";
    }

    /** @param day of the hand-over; without it the register lists all certificates that are made */
    @GetMapping("/office/certificates/register.pdf")
    ResponseEntity<byte[]> register(
            @RequestParam(required = false) Long notice,
            @RequestParam(defaultValue = "") String classCode,
            @RequestParam(defaultValue = "") String day,
            Principal user) {
        var chosen = shown(notice).orElseThrow(() -> Refusal.notFound("noNotice"));
        var on = dayOf(day);
        var of = classCode.isBlank() ? null : classCode.strip();
        var lines = register.lines(chosen.id(), of, on, Deadlines.ZONE);
        audit.record(user.getName(), "register-printed", "notice-" + chosen.id(), lines.size() + " " + classCode);
        var subtitle = chosen.documentNumber() + " 第 " + chosen.round() + " 批次"
                + (of == null || lines.isEmpty() ? "" : "　" + lines.get(0).className())
                + (on == null ? "" : "　" + on)
                + "　共 " + lines.size() + " 份";
        return Privately.inline(
                pdf.pdf(chosen.schoolName() + "毕业证书签领登记册", subtitle, lines), MediaType.APPLICATION_PDF, "register.pdf");
    }

    private Optional<Notice> shown(Long notice) {
        return notice == null
                ? notices.current()
                : notices.published().stream()
                        .filter(one -> one.id().equals(notice))
                        .findFirst();
    }

    private static LocalDate dayOf(String day) {
        try {
            return day.isBlank() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("dayInvalid");
        }
    }
}
