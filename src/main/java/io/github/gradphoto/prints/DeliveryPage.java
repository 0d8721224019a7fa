package io.github.gradphoto.prints;

import io.github.gradphoto.application.ConsentKind;
import io.github.gradphoto.application.GivenConsents;
import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.draft.Draft;
import io.github.gradphoto.draft.DraftForm;
import io.github.gradphoto.draft.Drafts;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 快递收件信息: an address, or pickup at the counter; it can be changed until the parcel is posted. */
@StudentPage
class DeliveryPage {

    /** What the form holds; any field may be missing. */
    record Form(
            String method,
            String recipient,
            String phone,
            String province,
            String city,
            String district,
            String street) {

        static Form of(Delivery delivery) {
            var to = delivery.address();
            return to == null
                    ? new Form(delivery.method().name(), null, null, null, null, null, null)
                    : new Form(
                            delivery.method().name(),
                            to.recipient(),
                            to.phone(),
                            to.province(),
                            to.city(),
                            to.district(),
                            to.street());
        }

        static Form of(Draft draft) {
            return new Form(
                    draft.one("method"),
                    draft.one("recipient"),
                    draft.one("phone"),
                    draft.one("province"),
                    draft.one("city"),
                    draft.one("district"),
                    draft.one("street"));
        }

        Address address() {
            return new Address(recipient, phone, province, city, district, street);
        }
    }

    private final OwnApplication own;
    private final Deliveries deliveries;
    private final GivenConsents consents;
    private final Notices notices;
    private final Roster roster;
    private final Drafts drafts;
    private final FormAnswer answer;

    DeliveryPage(
            OwnApplication own,
            Deliveries deliveries,
            GivenConsents consents,
            Notices notices,
            Roster roster,
            Drafts drafts,
            FormAnswer answer) {
        this.own = own;
        this.deliveries = deliveries;
        this.consents = consents;
        this.notices = notices;
        this.roster = roster;
        this.drafts = drafts;
        this.answer = answer;
    }

    @GetMapping("/my/delivery")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        var application = own.of(me);
        var given = deliveries.of(application.number());
        boolean asked = own.isAsked(me, Step.GIVE_DELIVERY);
        if (!application.isRunning()
                || application.collectionType() == CollectionType.CENTRAL
                || given.isEmpty() && !asked) {
            return "redirect:/my";
        }
        var student = roster.byId(me.studentId());
        var draft = drafts.of(me.studentId(), DraftForm.DELIVERY).map(Form::of);
        model.addAttribute("restored", draft.isPresent());
        var form = draft.or(() -> given.map(Form::of))
                .orElseGet(() -> new Form("POST", student.name(), student.phone(), null, null, null, null));
        return form(me, form, model);
    }

    private String form(StudentUser me, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("courierAgreed", consents.isGiven(own.number(me), ConsentKind.COURIER));
        model.addAttribute("pickupPlace", notices.byId(own.of(me).noticeId()).pickupPlace());
        return "prints/delivery";
    }

    @PostMapping("/my/delivery")
    String give(
            @AuthenticationPrincipal StudentUser me,
            Form form,
            @RequestParam(defaultValue = "false") boolean courierConsent,
            HttpServletRequest request,
            Model model)
            throws IOException {
        return answer.to(
                () -> {
                    var method = Choice.of(DeliveryMethod.class, form.method());
                    var address = method == DeliveryMethod.POST ? form.address() : null;
                    deliveries.give(own.number(me), method, address, courierConsent);
                    drafts.drop(me.studentId(), DraftForm.DELIVERY);
                },
                model,
                () -> {
                    drafts.keep(me.studentId(), DraftForm.DELIVERY, request.getParameterMap());
                    return form(me, form, model);
                });
    }
}
