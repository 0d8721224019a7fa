package io.github.gradphoto.portal;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.StudentPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我的: what to do now and until when, and everything that happened so far. */
@StudentPage
class MyPage {

    private final Applications applications;
    private final MyCase myCase;

    MyPage(Applications applications, MyCase myCase) {
        this.applications = applications;
        this.myCase = myCase;
    }

    @GetMapping("/my")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        var application = applications.latestOf(me.studentId());
        return application.isEmpty() ? "redirect:/my/apply" : show(application.get(), model);
    }

    String show(Application application, Model model) {
        myCase.describe(application, model);
        return "portal/my";
    }
}
