package io.github.gradphoto.portal;

import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.privacy.AuditLog;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我的数据: what is stored about the student, to read on the phone and to take along (PIPL art. 45). */
@StudentPage
class MyData {

    private final StudentCopy copy;
    private final Roster roster;
    private final AuditLog audit;

    MyData(StudentCopy copy, Roster roster, AuditLog audit) {
        this.copy = copy;
        this.roster = roster;
        this.audit = audit;
    }

    @GetMapping("/my/data")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        audit.record(me.studentNumber(), "own-data-seen", "student-" + me.studentId(), null);
        model.addAllAttributes(copy.facts(roster.byId(me.studentId())));
        return "portal/data";
    }

    @GetMapping("/my/data.zip")
    ResponseEntity<byte[]> download(@AuthenticationPrincipal StudentUser me) {
        audit.record(me.studentNumber(), "own-data-copied", "student-" + me.studentId(), null);
        return copy.download(me.studentId(), me.studentNumber());
    }
}
