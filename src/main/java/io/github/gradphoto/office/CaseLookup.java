package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds a case by what a person on the telephone knows: the application number or the student number. */
@Component
class CaseLookup {

    private final Applications applications;
    private final Roster roster;

    CaseLookup(Applications applications, Roster roster) {
        this.applications = applications;
        this.roster = roster;
    }

    /** @throws Refusal noCase */
    Application find(String typed) {
        var key = typed.strip();
        return byNumber(key.toUpperCase(Locale.ROOT))
                .or(() -> roster.byNumber(key).flatMap(student -> applications.latestOf(student.id())))
                .orElseThrow(() -> Refusal.notFound("noCase"));
    }

    Optional<Application> byNumber(String number) {
        return applications.byNumbers(List.of(number)).stream().findFirst();
    }
}
