package io.github.gradphoto.process.forms;

import io.github.gradphoto.certificate.Certificate;
import io.github.gradphoto.certificate.CertificateDesk;
import org.springframework.stereotype.Component;

/**
 * 领证: fields receiver (STUDENT, PROXY), proxyName and letterChecked (for a proxy), identityChecked (true), and signedOn (the
 * day, where it was signed on paper).
 */
@Component("handOverCertificateForm")
class HandOverCertificateForm extends StaffForm {

    private final CertificateDesk certificateDesk;

    HandOverCertificateForm(CertificateDesk certificateDesk) {
        this.certificateDesk = certificateDesk;
    }

    @Override
    void submit(Submission form) {
        var receiver = form.choice("receiver", Certificate.Receiver.class, "receiverNeeded");
        certificateDesk.handOver(
                form.number(),
                receiver,
                form.text("proxyName"),
                form.isTicked("identityChecked"),
                form.isTicked("letterChecked"),
                form.day("signedOn", "dayInvalid"),
                form.actor());
    }
}
