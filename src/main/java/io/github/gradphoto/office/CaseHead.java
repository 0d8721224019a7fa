package io.github.gradphoto.office;

import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.Photo;
import java.time.Instant;

/**
 * What stands above every form: whose case it is, and since when it waits.
 *
 * @param photo the newest version, or null
 * @param step  where the case waits for this form; null on pages that are about the whole case
 */
record CaseHead(String number, Student student, Photo photo, OpenStep step, Instant now) {

    public Integer attempt() {
        return photo == null ? null : photo.attempt();
    }

    public boolean isLate() {
        return step != null && step.due() != null && step.due().isBefore(now);
    }
}
