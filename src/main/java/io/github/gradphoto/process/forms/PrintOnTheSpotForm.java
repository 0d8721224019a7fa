package io.github.gradphoto.process.forms;

import io.github.gradphoto.certificate.CertificateDesk;
import org.springframework.stereotype.Component;

/** 现场补打: no field. */
@Component("printOnTheSpotForm")
class PrintOnTheSpotForm extends StaffForm {

    private final CertificateDesk certificateDesk;

    PrintOnTheSpotForm(CertificateDesk certificateDesk) {
        this.certificateDesk = certificateDesk;
    }

    @Override
    void submit(Submission form) {
        certificateDesk.printedOnTheSpot(form.number(), form.actor());
    }
}
