package io.github.gradphoto.registration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A case whose release was refused for want of a code goes back to its check, and from there to its code step: at the
 * release nobody could help it. By whichever way the release was tried; what was tried is undone first.
 */
@Component
class CodelessReleases {

    private final RegistrationProcess process;
    private final TransactionTemplate afterwards;

    CodelessReleases(RegistrationProcess process, PlatformTransactionManager transactions) {
        this.process = process;
        this.afterwards = new TransactionTemplate(transactions);
        afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
    void refused(CodelessRelease release) {
        afterwards.executeWithoutResult(status -> process.backToCode(release.number()));
    }
}
