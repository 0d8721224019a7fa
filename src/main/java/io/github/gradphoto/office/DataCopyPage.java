package io.github.gradphoto.office;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.portal.StudentCopy;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 个人信息副本: handed over by the office to a student who asks for it and cannot sign in (PIPL art. 45). */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class DataCopyPage {

    private static final int LONGEST = 200;

    private final StudentCopy copy;
    private final Roster roster;
    private final AuditLog audit;

    DataCopyPage(StudentCopy copy, Roster roster, AuditLog audit) {
        this.copy = copy;
        this.roster = roster;
        this.audit = audit;
    }

    /** @param checked that the identity of who asks was checked */
    @PostMapping("/office/people/{id:\\d{1,18}}/copy")
    ResponseEntity<byte[]> handOver(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean checked,
            @RequestParam(defaultValue = "") String note,
            Principal user) {
        var student = roster.byId(id);
        if (!checked) {
            throw Refusal.invalid("copyCheckNeeded");
        }
        if (note.isBlank()) {
            throw Refusal.invalid("noteNeeded");
        }
        if (note.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        audit.record(user.getName(), "data-copied-for-student", "student-" + student.id(), note.strip());
        return copy.download(student.id(), user.getName());
    }
}
