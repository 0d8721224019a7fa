package io.github.gradphoto.application;

import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.stereotype.Component;

/** The application of the student who is signed in. No page takes a number from its address, so nobody meets another's. */
@Component
public class OwnApplication {

    private final Applications applications;
    private final ApplicationProcess process;

    OwnApplication(Applications applications, ApplicationProcess process) {
        this.applications = applications;
        this.process = process;
    }

    /** @throws Refusal notApplied */
    public Application of(StudentUser student) {
        return applications.latestOf(student.studentId()).orElseThrow(() -> Refusal.conflict("notApplied"));
    }

    /** @throws Refusal notApplied */
    public String number(StudentUser student) {
        return of(student).number();
    }

    public boolean isAsked(StudentUser student, Step step) {
        return applications
                .latestOf(student.studentId())
                .filter(application -> process.isOpen(application.number(), step))
                .isPresent();
    }
}
