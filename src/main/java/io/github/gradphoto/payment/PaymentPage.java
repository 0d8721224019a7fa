package io.github.gradphoto.payment;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.page.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 缴费: what it is for, how much, by which rule, to whom, and how it comes back; and the student's way of paying. */
@StudentPage
class PaymentPage {

    private final OwnApplication own;
    private final Payments payments;
    private final Notices notices;
    private final EvidenceFile evidence;
    private final FormAnswer answer;

    PaymentPage(OwnApplication own, Payments payments, Notices notices, EvidenceFile evidence, FormAnswer answer) {
        this.own = own;
        this.payments = payments;
        this.notices = notices;
        this.evidence = evidence;
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
            @RequestParam(required = false) MultipartFile slip,
            Model model)
            throws IOException {
        return answer.to(
                () -> payments.choose(
                        own.number(me), Choice.of(PaymentMethod.class, method), reference, prepared(me, slip)),
                model,
                () -> form(me, method, reference, model));
    }

    /** Decoding is dear: only for a student who is asked to pay. */
    private byte[] prepared(StudentUser me, MultipartFile slip) {
        if (!Upload.isGiven(slip) || !own.isAsked(me, Step.PAY)) {
            return null;
        }
        try {
            return evidence.prepare(slip.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
