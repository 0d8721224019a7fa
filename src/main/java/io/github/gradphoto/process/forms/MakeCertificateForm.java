package io.github.gradphoto.process.forms;

import io.github.gradphoto.certificate.CertificateDesk;
import org.springframework.stereotype.Component;

/** 制证: no field. */
@Component("makeCertificateForm")
class MakeCertificateForm extends StaffForm {

    private final CertificateDesk certificateDesk;

    MakeCertificateForm(CertificateDesk certificateDesk) {
        this.certificateDesk = certificateDesk;
    }

    @Override
    void submit(Submission form) {
        certificateDesk.made(form.number(), form.actor());
    }
}
