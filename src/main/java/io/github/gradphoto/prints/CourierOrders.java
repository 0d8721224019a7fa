package io.github.gradphoto.prints;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批量下单: which parcels wait for the courier, with their addresses, and which of them were ordered before. */
@Service
public class CourierOrders {

    /** @param fresh never ordered; @param ordered before. Who gave no address is in neither */
    public record Counts(int fresh, int ordered) {

        private Counts plus(Counts other) {
            return new Counts(fresh + other.fresh, ordered + other.ordered);
        }
    }

    private record Ready(PrintSet set, CourierOrder order) {}

    private static final String COUNTS = """
            select sum(case when s.ordered_at is null then 1 else 0 end) as fresh,
                   sum(case when s.ordered_at is null then 0 else 1 end) as ordered
            from application a
            join delivery d on d.application_id = a.id and d.method = 'POST'
            join print_set s on s.application_id = a.id
            where a.number in (:numbers)
              and not exists (select 1 from print_set later where later.application_id = a.id and later.id > s.id)""";

    private final PrintSetRepository sets;
    private final DeliveryRepository deliveries;
    private final Applications applications;
    private final Photos photos;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    CourierOrders(
            PrintSetRepository sets,
            DeliveryRepository deliveries,
            Applications applications,
            Photos photos,
            JdbcClient jdbc,
            AuditLog audit,
            Clock clock) {
        this.sets = sets;
        this.deliveries = deliveries;
        this.applications = applications;
        this.photos = photos;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param numbers of cases whose parcel is to be posted */
    @Transactional(readOnly = true)
    public Counts count(Collection<String> numbers) {
        return Parts.of(numbers)
                .map(some -> jdbc.sql(COUNTS)
                        .param("numbers", some)
                        .query((row, index) -> new Counts(row.getInt("fresh"), row.getInt("ordered")))
                        .single())
                .reduce(new Counts(0, 0), Counts::plus);
    }

    /**
     * The orders as they go to the courier; each is marked, so that the next file leaves it out.
     *
     * @param numbers of cases whose parcel is to be posted; who gave no address is left out
     * @param again   also those that were ordered before
     * @throws Refusal nothingToOrder
     */
    @Transactional
    public List<CourierOrder> take(Collection<String> numbers, boolean again, String by) {
        var inOrder = numbers.stream().sorted().toList();
        // First locked, then read: whoever asks at the same moment waits, and finds these ordered.
        Parts.of(inOrder)
                .forEach(some -> jdbc.sql(
                                "select id from application where number in (:numbers) order by number for update")
                        .param("numbers", some)
                        .query(Long.class)
                        .list());
        var ready = Parts.of(inOrder)
                .flatMap(this::ready)
                .filter(one -> again || one.order().orderedAt() == null)
                .toList();
        if (ready.isEmpty()) {
            throw Refusal.conflict("nothingToOrder");
        }
        for (var one : ready) {
            one.set().ordered(clock.instant());
            audit.record(by, "courier-ordered", one.order().number(), null);
        }
        return ready.stream().map(Ready::order).toList();
    }

    private Stream<Ready> ready(List<String> numbers) {
        var cases = applications.byNumbers(numbers).stream()
                .collect(Collectors.toMap(Application::number, Function.identity()));
        var ids = cases.values().stream().map(Application::id).toList();
        var addresses = new HashMap<Long, Address>();
        deliveries.findAllById(ids).forEach(one -> addresses.put(one.applicationId(), one.address()));
        var latest = new HashMap<Long, PrintSet>();
        sets.findByApplicationIdInOrderById(ids).forEach(set -> latest.put(set.applicationId(), set));
        var pictures = photos.latestOf(ids);
        return numbers.stream()
                .map(cases::get)
                .filter(one -> one != null && addresses.get(one.id()) != null && latest.containsKey(one.id()))
                .map(one -> new Ready(
                        latest.get(one.id()),
                        new CourierOrder(
                                one.number(),
                                BagCode.of(one.number(), pictures.get(one.id()).officialSha256())
                                        .toString(),
                                addresses.get(one.id()),
                                latest.get(one.id()).orderedAt())));
    }
}
