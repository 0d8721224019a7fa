package io.github.gradphoto.prints;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批量下单: which parcels wait for the courier, with their addresses, and which of them were ordered before. */
@Service
public class CourierOrders {

    private final PrintSetRepository sets;
    private final DeliveryRepository deliveries;
    private final Applications applications;
    private final Photos photos;
    private final AuditLog audit;
    private final Clock clock;

    CourierOrders(
            PrintSetRepository sets,
            DeliveryRepository deliveries,
            Applications applications,
            Photos photos,
            AuditLog audit,
            Clock clock) {
        this.sets = sets;
        this.deliveries = deliveries;
        this.applications = applications;
        this.photos = photos;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param numbers of cases whose parcel is to be posted; who gave no address is left out */
    @Transactional(readOnly = true)
    public List<CourierOrder> waiting(Collection<String> numbers) {
        var orders = new ArrayList<CourierOrder>();
        for (var application : applications.byNumbers(numbers)) {
            var to = deliveries.findById(application.id()).map(Delivery::address);
            var set = sets.findFirstByApplicationIdOrderByIdDesc(application.id());
            if (to.isPresent() && set.isPresent()) {
                var photo = photos.current(application.number());
                orders.add(new CourierOrder(
                        application.number(),
                        BagCode.of(application.number(), photos.officialSha256(photo))
                                .toString(),
                        to.get(),
                        set.get().orderedAt()));
            }
        }
        orders.sort(Comparator.comparing(CourierOrder::number));
        return orders;
    }

    /**
     * The orders as they go to the courier; each is marked, so that the next file leaves it out.
     *
     * @param again also those that were ordered before
     * @throws Refusal nothingToOrder
     */
    @Transactional
    public List<CourierOrder> take(Collection<String> numbers, boolean again, String by) {
        var orders = waiting(numbers).stream()
                .filter(order -> again || order.orderedAt() == null)
                .toList();
        if (orders.isEmpty()) {
            throw Refusal.conflict("nothingToOrder");
        }
        for (var order : orders) {
            sets.findFirstByApplicationIdOrderByIdDesc(
                            applications.lock(order.number()).id())
                    .ifPresent(set -> set.ordered(clock.instant()));
            audit.record(by, "courier-ordered", order.number(), null);
        }
        return orders;
    }
}
