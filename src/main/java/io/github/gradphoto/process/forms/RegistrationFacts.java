package io.github.gradphoto.process.forms;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.registration.Registrations;

/** Tells the process how a registration ended. */
final class RegistrationFacts {

    private RegistrationFacts() {}

    static void set(Submission form, Registrations.Outcome outcome) {
        form.set(ProcessVariable.REGISTRATION_RESULT, outcome.result().name());
        form.set(ProcessVariable.PRINTS_DUE, outcome.printsDue());
    }
}
