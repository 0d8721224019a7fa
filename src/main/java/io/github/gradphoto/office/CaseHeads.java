package io.github.gradphoto.office;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.photo.Photos;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
class CaseHeads {

    private final Applications applications;
    private final Roster roster;
    private final Photos photos;
    private final ApplicationProcess process;
    private final Clock clock;

    CaseHeads(Applications applications, Roster roster, Photos photos, ApplicationProcess process, Clock clock) {
        this.applications = applications;
        this.roster = roster;
        this.photos = photos;
        this.process = process;
        this.clock = clock;
    }

    CaseHead of(String number, Step step) {
        var open = process.openSteps(number).stream()
                .filter(candidate -> candidate.step() == step)
                .findFirst()
                .orElse(null);
        return new CaseHead(
                number,
                roster.byId(applications.byNumber(number).studentId()),
                photos.latest(number).orElse(null),
                open,
                clock.instant());
    }
}
