package io.github.gradphoto.draft;

import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.StudentPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Takes in what the script of a form sends while the student types. */
@StudentPage
class DraftPage {

    private final Drafts drafts;

    DraftPage(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping("/my/drafts/{form}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@AuthenticationPrincipal StudentUser me, @PathVariable String form, HttpServletRequest request) {
        drafts.keep(me.studentId(), DraftForm.named(form), request.getParameterMap());
    }
}
