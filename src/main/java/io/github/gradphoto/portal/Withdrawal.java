package io.github.gradphoto.portal;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.PrintSet;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.refusal.Refusal;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A student steps back, as long as no photo has left the house and nothing was printed. */
@Service
@Transactional
class Withdrawal {

    private static final Set<Photo.State> RELEASED =
            EnumSet.of(Photo.State.RELEASED, Photo.State.REFUSED_BY_REGISTRY, Photo.State.REGISTERED);

    private final Applications applications;
    private final EndApplication end;
    private final Photos photos;
    private final Prints prints;

    Withdrawal(Applications applications, EndApplication end, Photos photos, Prints prints) {
        this.applications = applications;
        this.end = end;
        this.photos = photos;
        this.prints = prints;
    }

    @Transactional(readOnly = true)
    public boolean isPossible(String number) {
        boolean released = photos.versions(number).stream().anyMatch(photo -> RELEASED.contains(photo.state()));
        boolean printed = prints.latest(number)
                .filter(set -> set.state() != PrintSet.State.TO_PRINT && set.state() != PrintSet.State.VOID)
                .isPresent();
        return applications.byNumber(number).isRunning() && !released && !printed;
    }

    /** @throws Refusal tooLateToWithdraw, applicationEnded */
    public void withdraw(String number) {
        applications.lock(number).ensureRunning();
        if (!isPossible(number)) {
            throw Refusal.conflict("tooLateToWithdraw");
        }
        end.withdraw(number);
    }
}
