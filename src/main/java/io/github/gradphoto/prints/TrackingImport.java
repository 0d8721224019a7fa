package io.github.gradphoto.prints;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.TrackingRow.Fault;
import io.github.gradphoto.prints.TrackingRow.Kind;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.tabular.Column;
import io.github.gradphoto.tabular.ListUploads;
import io.github.gradphoto.tabular.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * 回填单号: the courier's file with its numbers. Seen line by line first; then every parcel by itself, each through the task
 * 寄出 in its own transaction, so that a list that stops half-way is just taken in again.
 */
@Service
public class TrackingImport {

    /** @param left good lines that were not tried yet; @param next line of the last that was tried */
    public record Taken(int posted, int left, int next, List<Refused> refused) {}

    /** A line that was good in the preview, and what came between. */
    public record Refused(TrackingRow row, Refusal refusal) {}

    /** What is known of everybody in the list, read for all of them at once. @param used carrier and number of parcels */
    private record Known(
            Map<String, Application> cases,
            Map<Long, Student> students,
            Map<Long, Photo> photos,
            Map<Long, Parcel> parcels,
            Set<String> used,
            Set<String> ready) {}

    private static final Logger LOG = LoggerFactory.getLogger(TrackingImport.class);
    private static final String KIND = "TRACKING";
    private static final List<Column> COLUMNS = List.of(
            Column.required("ORDER", "订单号", "客户订单号", "商家订单号", "订单编号", "袋码", "申请编号", "order number", "order"),
            Column.required("TRACKING", "运单号", "快递单号", "物流单号", "运单编号", "邮件号", "邮件号码", "tracking number"),
            Column.optional("CARRIER", "快递公司", "物流公司", "承运商", "carrier"));
    private static final Map<String, Carrier> NAMES = Map.of(
            "顺丰", Carrier.SF,
            "EMS", Carrier.EMS,
            "邮政", Carrier.EMS,
            "中通", Carrier.ZTO,
            "申通", Carrier.STO,
            "圆通", Carrier.YTO,
            "韵达", Carrier.YUNDA,
            "京东", Carrier.JD,
            "极兔", Carrier.JT);

    private final ListUploads uploads;
    private final Applications applications;
    private final Roster roster;
    private final Photos photos;
    private final Prints prints;
    private final ParcelRepository parcels;
    private final StaffTasks waiting;
    private final StaffTaskDriver tasks;
    private final AuditLog audit;
    private final int chunk;

    TrackingImport(
            ListUploads uploads,
            Applications applications,
            Roster roster,
            Photos photos,
            Prints prints,
            ParcelRepository parcels,
            StaffTasks waiting,
            StaffTaskDriver tasks,
            AuditLog audit,
            @Value("${gradphoto.tracking-chunk:200}") int chunk) {
        this.uploads = uploads;
        this.applications = applications;
        this.roster = roster;
        this.photos = photos;
        this.prints = prints;
        this.parcels = parcels;
        this.waiting = waiting;
        this.tasks = tasks;
        this.audit = audit;
        this.chunk = chunk;
    }

    /** @return the key of the preview. @throws Refusal when the file is no such list */
    public long upload(byte[] file, String by) {
        return uploads.keep(KIND, file, COLUMNS, by);
    }

    /** @param company of lines that name none, or null. @throws Refusal listGone */
    public List<TrackingRow> preview(long id, Carrier company, String by) {
        var read = uploads.read(KIND, id, COLUMNS, by).rows();
        var known = known(read);
        var orders = new HashSet<String>();
        var trackings = new HashSet<String>();
        var rows = new ArrayList<TrackingRow>();
        for (var row : read) {
            var bag = BagCode.read(row.get("ORDER"));
            var application = bag.map(code -> known.cases().get(code.number()));
            var seen = seen(row, bag, application, company, known);
            if (seen.fault() == null && !orders.add(seen.number())) {
                seen = with(seen, Fault.ORDER_TWICE);
            } else if (seen.fault() == null && !trackings.add(seen.carrier() + seen.tracking())) {
                seen = with(seen, Fault.TRACKING_TWICE);
            }
            rows.add(seen);
        }
        return rows;
    }

    private Known known(List<TableRow> rows) {
        var numbers = rows.stream()
                .map(row -> BagCode.read(row.get("ORDER")))
                .flatMap(Optional::stream)
                .map(BagCode::number)
                .distinct()
                .toList();
        var cases = Parts.of(numbers)
                .flatMap(some -> applications.byNumbers(some).stream())
                .collect(Collectors.toMap(Application::number, Function.identity()));
        var ids = cases.values().stream().map(Application::id).toList();
        var students = new HashMap<Long, Student>();
        Parts.of(cases.values().stream().map(Application::studentId).collect(Collectors.toSet()))
                .forEach(some -> students.putAll(roster.byIds(some)));
        var used = Parts.of(rows.stream()
                        .map(row -> row.get("TRACKING").toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .flatMap(some -> parcels.findByTrackingNumberIn(some).stream())
                .map(parcel -> parcel.carrier() + parcel.trackingNumber())
                .collect(Collectors.toSet());
        return new Known(
                cases,
                students,
                photos.latestOf(ids),
                prints.parcels(ids),
                used,
                Set.copyOf(waiting.numbersAt(Step.POST_PARCEL)));
    }

    private TrackingRow seen(
            TableRow row, Optional<BagCode> bag, Optional<Application> found, Carrier company, Known all) {
        var tracking = row.get("TRACKING").toUpperCase(Locale.ROOT);
        var carrier = carrier(row.get("CARRIER")).orElse(company);
        var number = found.map(Application::number).orElse(null);
        var name = found.map(one -> all.students().get(one.studentId()).name()).orElse(null);
        var parcel = found.map(one -> all.parcels().get(one.id()));
        boolean known =
                parcel.filter(one -> one.trackingNumber().equals(tracking)).isPresent()
                        && !all.ready().contains(number);
        Fault fault = null;
        if (row.lostDigits("TRACKING") || row.lostDigits("ORDER")) {
            fault = Fault.DIGITS_LOST;
        } else if (number == null) {
            fault = Fault.ORDER_UNKNOWN;
        } else if (!known && !Prints.isTrackingNumber(tracking)) {
            fault = Fault.TRACKING_INVALID;
        } else if (!known && !all.ready().contains(number)) {
            fault = parcel.isPresent() ? Fault.POSTED_OTHERWISE : Fault.NOT_PRINTED;
        } else if (!known
                && isOutdated(
                        bag.orElseThrow(), all.photos().get(found.orElseThrow().id()))) {
            fault = Fault.BAG_OUTDATED;
        } else if (!known && carrier == null) {
            fault = Fault.CARRIER_UNKNOWN;
        } else if (!known && all.used().contains(carrier + tracking)) {
            fault = Fault.TRACKING_USED;
        }
        return new TrackingRow(row.number(), row.get("ORDER"), number, name, carrier, tracking, known, fault);
    }

    private static boolean isOutdated(BagCode bag, Photo photo) {
        return bag.picture() != null
                && (photo == null
                        || !BagCode.of(bag.number(), photo.officialSha256()).equals(bag));
    }

    private static Optional<Carrier> carrier(String named) {
        var plain = named.toUpperCase(Locale.ROOT);
        return NAMES.entrySet().stream()
                .filter(name -> plain.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static TrackingRow with(TrackingRow row, Fault fault) {
        return new TrackingRow(
                row.line(), row.order(), row.number(), row.name(), row.carrier(), row.tracking(), row.known(), fault);
    }

    /**
     * Posts the next parcels that are good, so many that a request stays short.
     *
     * @param after line of the last that was tried, 0 at first: a line that is refused does not keep back those behind
     * @throws Refusal listGone
     */
    public Taken takeIn(long id, Carrier company, int after, String by) {
        var rows = preview(id, company, by).stream()
                .filter(row -> row.kind() == Kind.READY && row.line() > after)
                .toList();
        var refused = new ArrayList<Refused>();
        var now = rows.subList(0, Math.min(chunk, rows.size()));
        for (var row : now) {
            post(row, by).ifPresent(refusal -> refused.add(new Refused(row, refusal)));
        }
        audit.record(by, "tracking-list", "list-" + id, Integer.toString(now.size() - refused.size()));
        int next = now.isEmpty() ? after : now.get(now.size() - 1).line();
        return new Taken(now.size() - refused.size(), rows.size() - now.size(), next, refused);
    }

    private Optional<Refusal> post(TrackingRow row, String by) {
        try {
            tasks.complete(
                    row.number(),
                    Step.POST_PARCEL,
                    by,
                    Map.of("carrier", row.carrier().name(), "trackingNumber", row.tracking()));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        } catch (RuntimeException broken) {
            // One broken case must not hold up a list; its task stays open.
            LOG.error("The parcel of {} was not posted", row.number(), broken);
            return Optional.of(Refusal.conflict("runItemFailed"));
        }
    }

    /** Forgets the file; what is posted stays. */
    public void close(long id, String by) {
        uploads.remove(KIND, id, by);
    }
}
