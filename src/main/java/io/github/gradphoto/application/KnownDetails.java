package io.github.gradphoto.application;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.Vault;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 信息核对 of an earlier round: what the student confirmed then and the roster still says need not be asked again. A keyed
 * hash of the fields tells whether it still says so.
 */
@Component
class KnownDetails implements CarriedOver {

    private final Roster roster;
    private final Vault vault;
    private final ApplicationProcess process;
    private final Clock clock;

    KnownDetails(Roster roster, Vault vault, ApplicationProcess process, Clock clock) {
        this.roster = roster;
        this.vault = vault;
        this.process = process;
        this.clock = clock;
    }

    String indexOf(long studentId) {
        var student = roster.byId(studentId);
        return vault.index(
                "details",
                Arrays.stream(DetailField.values())
                        .map(field -> String.valueOf(field.of(student)))
                        .collect(Collectors.joining("\n")));
    }

    @Override
    public void carry(Application earlier, Application next) {
        if (earlier.detailsConfirmedAt() != null && Objects.equals(earlier.detailsIndex(), indexOf(next.studentId()))) {
            next.detailsKnown(earlier.detailsIndex());
        }
    }

    /** Confirms by itself where the case asks for what is known; to be called after whatever may have led there. */
    void confirmIfKnown(Application application) {
        if (application.detailsConfirmedAt() == null
                && Objects.equals(application.detailsIndex(), indexOf(application.studentId()))
                && process.isOpen(application.number(), Step.CONFIRM_DETAILS)) {
            application.detailsConfirmed(application.detailsIndex(), clock.instant());
            process.detailsAnswered(application.number(), true);
        }
    }
}
