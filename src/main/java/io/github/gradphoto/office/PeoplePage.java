package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.portal.MyCase;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.text.Normalizer;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 学生查询: somebody on the telephone or at the desk, and what they see on their own page now. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_certificate-desk')")
class PeoplePage {

    private static final int MOST = 20;
    private static final int LONGEST = 40;

    private final Roster roster;
    private final Applications applications;
    private final MyCase myCase;
    private final AuditLog audit;

    PeoplePage(Roster roster, Applications applications, MyCase myCase, AuditLog audit) {
        this.roster = roster;
        this.applications = applications;
        this.myCase = myCase;
        this.audit = audit;
    }

    @GetMapping("/office/people")
    String page() {
        return "office/people";
    }

    /** What was typed has no place in an address, a log or the audit, which keeps how it was searched. */
    @PostMapping("/office/people")
    String find(@RequestParam(defaultValue = "") String typed, Principal user, Model model) {
        var key = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (key.codePointCount(0, key.length()) < 2) {
            throw Refusal.invalid("searchTooShort");
        }
        if (key.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        boolean byName = key.codePoints().noneMatch(Character::isDigit);
        var found = byName ? roster.byPartOfName(key, MOST + 1) : roster.byAnyNumber(key, MOST + 1);
        audit.record(
                user.getName(),
                "people-searched",
                "roster",
                (byName ? "by name, found " : "by number, found ") + Math.min(MOST, found.size()));
        model.addAttribute("people", found.stream().limit(MOST).toList());
        model.addAttribute("more", found.size() > MOST);
        return "office/people";
    }

    @GetMapping("/office/people/{id:\\d{1,18}}")
    String one(@PathVariable long id, Principal user, Model model) {
        Student student = roster.byId(id);
        audit.record(user.getName(), "person-seen", "student-" + id, null);
        model.addAttribute("student", student);
        applications
                .latestOf(id)
                .ifPresentOrElse(
                        application -> myCase.describe(application, model),
                        () -> model.addAttribute("messages", List.of()));
        return "office/person";
    }
}
