package io.github.gradphoto.process.forms;

import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 制作纸质照片: no field. */
@Component("printPhotosForm")
class PrintPhotosForm extends StaffForm {

    private final Prints prints;

    PrintPhotosForm(Prints prints) {
        this.prints = prints;
    }

    @Override
    void submit(Submission form) {
        form.set(ProcessVariable.POSTAL, prints.printed(form.number(), form.actor()));
    }
}
