package io.github.gradphoto.prints;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The step 快递收件信息. */
@Service
@Transactional
public class Deliveries {

    private final DeliveryRepository deliveries;
    private final PrintSetRepository sets;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Clock clock;

    Deliveries(
            DeliveryRepository deliveries,
            PrintSetRepository sets,
            Applications applications,
            ApplicationProcess process,
            Clock clock) {
        this.deliveries = deliveries;
        this.sets = sets;
        this.applications = applications;
        this.process = process;
        this.clock = clock;
    }

    /** Whether the student still has to say where the prints go. */
    @Transactional(readOnly = true)
    public boolean isNeeded(String number) {
        var application = applications.byNumber(number);
        return application.collectionType() == CollectionType.INDIVIDUAL
                && deliveries.findById(application.id()).isEmpty();
    }

    /**
     * @param address null unless the prints are posted
     * @throws Refusal addressNeeded, methodNotOffered, alreadyPosted, stepNotOpen, applicationEnded
     */
    public void give(String number, DeliveryMethod method, Address address) {
        var application = applications.lock(number);
        // The photo was in time: an address that comes after the close delays nobody but the student.
        application.ensureRunning();
        if (method == DeliveryMethod.CLASS || application.collectionType() == CollectionType.CENTRAL) {
            throw Refusal.invalid("methodNotOffered");
        }
        if (method == DeliveryMethod.POST && address == null) {
            throw Refusal.invalid("addressNeeded");
        }
        boolean asked = process.isOpen(number, Step.GIVE_DELIVERY);
        if (!asked) {
            ensureEditable(application);
        }
        var delivery =
                deliveries.findById(application.id()).orElseGet(() -> new Delivery(application.id(), clock.instant()));
        delivery.to(method, method == DeliveryMethod.POST ? address : null);
        deliveries.saveAndFlush(delivery);
        if (asked) {
            process.deliveryGiven(number);
        }
    }

    private void ensureEditable(Application application) {
        if (deliveries.findById(application.id()).isEmpty()) {
            throw Refusal.conflict("stepNotOpen");
        }
        sets.findFirstByApplicationIdOrderByIdDesc(application.id())
                .filter(set -> set.state() == PrintSet.State.POSTED || set.state() == PrintSet.State.RECEIVED)
                .ifPresent(set -> {
                    throw Refusal.conflict("alreadyPosted");
                });
    }

    @Transactional(readOnly = true)
    public Optional<Delivery> of(String number) {
        return deliveries.findById(applications.byNumber(number).id());
    }

    /** How the prints go, also where the student was never asked. */
    @Transactional(readOnly = true)
    public DeliveryMethod methodOf(String number) {
        return of(number).map(Delivery::method).orElse(DeliveryMethod.CLASS);
    }
}
