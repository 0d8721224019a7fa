package io.github.gradphoto.payment;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 缴费: what it is for, how much, by which rule, to whom, and how it comes back; and the student's way of paying. */
@StudentPage
class PaymentPage {

    private final OwnApplication own;
    private final Payments payments;
    private final Notices notices;
    private final FormAnswer answer;

    PaymentPage(OwnApplication own, Payments payments, Notices notices, FormAnswer answer) {
        this.own = own;
        this.payments = payments;
        this.notices = notices;
        this.answer = answer;
    }

    @GetMapping("/my/payment")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        return own.isAsked(me, Step.PAY) ? form(me, null, null, model) : "redirect:/my";
    }

    private String form(StudentUser me, String method, String reference, Model model) {
        var application = own.of(me);
        model.addAttribute("order", payments.latest(application.number()).orElse(null));
        model.addAttribute("fees", notices.byId(application.noticeId()).fees());
        model.addAttribute("method", method);
        model.addAttribute("reference", reference);
        return "payment/payment";
    }

    @PostMapping("/my/payment")
    String choose(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(required = false) String method,
            @RequestParam(required = false) String reference,
            Model model)
            throws IOException {
        return answer.to(
                () -> payments.choose(own.number(me), Choice.of(PaymentMethod.class, method), reference),
                model,
                () -> form(me, method, reference, model));
    }
}
