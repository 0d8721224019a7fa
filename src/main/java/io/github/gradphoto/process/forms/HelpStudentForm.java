package io.github.gradphoto.process.forms;

import io.github.gradphoto.review.Reviews;
import org.springframework.stereotype.Component;

/** 协助拍照: field note, what was agreed with the student. */
@Component("helpStudentForm")
class HelpStudentForm extends StaffForm {

    private final Reviews reviews;

    HelpStudentForm(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    void submit(Submission form) {
        reviews.helped(form.number(), form.noteIf(true), form.actor());
    }
}
