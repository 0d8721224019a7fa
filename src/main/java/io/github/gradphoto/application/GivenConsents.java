package io.github.gradphoto.application;

import io.github.gradphoto.privacy.AuditLog;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a student agreed to, for the features that may act on it only then. */
@Service
@Transactional
public class GivenConsents {

    private final ConsentRepository consents;
    private final Applications applications;
    private final AuditLog audit;
    private final Clock clock;

    GivenConsents(ConsentRepository consents, Applications applications, AuditLog audit, Clock clock) {
        this.consents = consents;
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isGiven(String number, ConsentKind kind) {
        return consents.existsByApplicationIdAndKind(
                applications.byNumber(number).id(), kind);
    }

    /** The student agrees later than on the start form. Can run twice. */
    public void give(String number, ConsentKind kind) {
        if (!isGiven(number, kind)) {
            consents.save(new Consent(applications.byNumber(number).id(), kind, clock.instant()));
            audit.record("student", "consent-" + kind, number, null);
        }
    }
}
