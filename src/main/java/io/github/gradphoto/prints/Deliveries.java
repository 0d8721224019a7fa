package io.github.gradphoto.prints;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.ConsentKind;
import io.github.gradphoto.application.GivenConsents;
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
    private final ParcelRepository parcels;
    private final GivenConsents consents;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Clock clock;

    Deliveries(
            DeliveryRepository deliveries,
            PrintSetRepository sets,
            ParcelRepository parcels,
            GivenConsents consents,
            Applications applications,
            ApplicationProcess process,
            Clock clock) {
        this.deliveries = deliveries;
        this.sets = sets;
        this.parcels = parcels;
        this.consents = consents;
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

    /** For a student who has agreed to the courier, or does not need to. */
    public void give(String number, DeliveryMethod method, Address address) {
        give(number, method, address, false);
    }

    /**
     * @param address null unless the prints are posted
     * @param courierAgreed the student agrees now that the courier gets the address
     * @throws Refusal addressNeeded, courierConsentNeeded, methodNotOffered, methodFixed, alreadyPosted, stepNotOpen,
     *     applicationEnded
     */
    public void give(String number, DeliveryMethod method, Address address, boolean courierAgreed) {
        var application = applications.lock(number);
        // The photo was in time: an address that comes after the close delays nobody but the student.
        application.ensureRunning();
        if (method == DeliveryMethod.CLASS || application.collectionType() == CollectionType.CENTRAL) {
            throw Refusal.invalid("methodNotOffered");
        }
        if (method == DeliveryMethod.POST && address == null) {
            throw Refusal.invalid("addressNeeded");
        }
        if (method == DeliveryMethod.POST && courierAgreed) {
            consents.give(number, ConsentKind.COURIER);
        }
        if (method == DeliveryMethod.POST && !consents.isGiven(number, ConsentKind.COURIER)) {
            throw Refusal.invalid("courierConsentNeeded");
        }
        boolean asked = process.isOpen(number, Step.GIVE_DELIVERY);
        if (!asked) {
            ensureEditable(application, method);
        }
        var delivery =
                deliveries.findById(application.id()).orElseGet(() -> new Delivery(application.id(), clock.instant()));
        delivery.to(method, method == DeliveryMethod.POST ? address : null);
        deliveries.saveAndFlush(delivery);
        if (asked) {
            process.deliveryGiven(number);
        }
    }

    /** The mail room packs by the method that it saw when it printed; the address it reads when it posts. */
    private void ensureEditable(Application application, DeliveryMethod method) {
        var given = deliveries.findById(application.id()).orElseThrow(() -> Refusal.conflict("stepNotOpen"));
        if (!isEditable(application.number())) {
            throw Refusal.conflict("alreadyPosted");
        }
        boolean printed = sets.findFirstByApplicationIdOrderByIdDesc(application.id())
                .filter(set -> set.state() == PrintSet.State.PRINTED || set.state() == PrintSet.State.POSTED)
                .isPresent();
        if (printed && method != given.method()) {
            throw Refusal.conflict("methodFixed");
        }
    }

    /** Until the parcel is posted, and again while it is in trouble, so that it can go to a better address. */
    @Transactional(readOnly = true)
    public boolean isEditable(String number) {
        var set = sets.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
        return set.isEmpty()
                || switch (set.get().state()) {
                    case RECEIVED -> false;
                    case POSTED ->
                        parcels.findFirstByPrintSetIdOrderByIdDesc(set.get().id())
                                .filter(Parcel::isUnderWay)
                                .isEmpty();
                    default -> true;
                };
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
