package io.github.gradphoto.office;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.CertificateDesk;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.Proxies;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.registration.RegistryConfirmations;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 发证窗口: the registered photo, the certificate's number, and what the student forgot to press. */
@Component
class DeskContent implements TaskContent {

    private final CertificateDesk desk;
    private final GraduationList list;
    private final RegistryConfirmations confirmations;
    private final ApplicationProcess process;
    private final Applications applications;
    private final Proxies proxies;
    private final Notices notices;

    DeskContent(
            CertificateDesk desk,
            GraduationList list,
            RegistryConfirmations confirmations,
            ApplicationProcess process,
            Applications applications,
            Proxies proxies,
            Notices notices) {
        this.desk = desk;
        this.list = list;
        this.confirmations = confirmations;
        this.process = process;
        this.applications = applications;
        this.proxies = proxies;
        this.notices = notices;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.TAKE_IN_PRINT, Step.PRINT_ON_THE_SPOT, Step.MAKE_CERTIFICATE, Step.HAND_OVER_CERTIFICATE);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        model.addAttribute("photo", head.photo());
        model.addAttribute("entry", list.entry(task.number()).orElse(null));
        model.addAttribute("certificate", desk.of(task.number()).orElse(null));
        model.addAttribute("proxy", proxies.of(task.number()).orElse(null));
        model.addAttribute("letters", proxies.letters(task.number()));
        model.addAttribute("unconfirmed", !confirmations.isConfirmed(task.number()));
        model.addAttribute("unreceived", process.isOpen(task.number(), Step.CONFIRM_RECEIPT));
        model.addAttribute(
                "terms",
                notices.byId(applications.byNumber(task.number()).noticeId()).prints());
    }
}
