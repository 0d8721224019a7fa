package io.github.gradphoto.process.forms;

import io.github.gradphoto.registration.Registrations;
import org.springframework.stereotype.Component;

/** 发送采集单位: no field. */
@Component("releasePhotoForm")
class ReleasePhotoForm extends StaffForm {

    private final Registrations registrations;

    ReleasePhotoForm(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    void submit(Submission form) {
        registrations.release(form.number(), form.actor());
    }
}
