package io.github.gradphoto.process.forms;

import io.github.gradphoto.certificate.Certificate;
import io.github.gradphoto.certificate.CertificateDesk;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 收取纸质照片: fields print (AT_HAND, MISSING), confirmedAtRegistry (true). */
@Component("takeInPrintForm")
class TakeInPrintForm extends StaffForm {

    private final CertificateDesk certificateDesk;

    TakeInPrintForm(CertificateDesk certificateDesk) {
        this.certificateDesk = certificateDesk;
    }

    @Override
    void submit(Submission form) {
        var state = form.choice("print", Certificate.PrintState.class, "printStateNeeded");
        certificateDesk.takeInPrint(form.number(), state, form.isTicked("confirmedAtRegistry"), form.actor());
        form.set(ProcessVariable.PRINT_STATE, state.name());
    }
}
