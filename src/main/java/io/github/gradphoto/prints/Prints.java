package io.github.gradphoto.prints;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints of the registered photo, from the sheet to the student's hand. */
@Service
@Transactional
public class Prints {

    /** What the mail room does about a parcel in trouble; named as the process's fact. */
    public enum ParcelDecision {
        POST_AGAIN,
        PRINT_AGAIN,
        PICKUP,
        DELIVERED
    }

    private static final int LONGEST = 300;

    private final PrintSetRepository sets;
    private final ParcelRepository parcels;
    private final Deliveries deliveries;
    private final Applications applications;
    private final Notices notices;
    private final Roster roster;
    private final Photos photos;
    private final ApplicationProcess process;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;
    private final PrintSheet sheet = new PrintSheet();

    Prints(
            PrintSetRepository sets,
            ParcelRepository parcels,
            Deliveries deliveries,
            Applications applications,
            Notices notices,
            Roster roster,
            Photos photos,
            ApplicationProcess process,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.sets = sets;
        this.parcels = parcels;
        this.deliveries = deliveries;
        this.applications = applications;
        this.notices = notices;
        this.roster = roster;
        this.photos = photos;
        this.process = process;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sheet as PDF, laid out as the notice says. */
    public byte[] sheet(String number, String viewer) {
        var application = applications.byNumber(number);
        var student = roster.byId(application.studentId());
        var terms = notices.byId(application.noticeId()).prints();
        var picture = photos.show(photos.current(number).officialId(), viewer, "print");
        return sheet.pdf(
                picture.content(),
                new SheetLayout(
                        terms.paper(),
                        terms.widthMm().doubleValue(),
                        terms.heightMm().doubleValue(),
                        terms.count()),
                student.studentNumber() + " " + student.name());
    }

    /** The sheet was printed. @return whether it goes by post */
    public boolean printed(String number, String by) {
        var application = applications.lock(number);
        var set = latest(number)
                .filter(PrintSet::isOpen)
                .orElseGet(() -> sets.save(
                        new PrintSet(application.id(), photos.current(number).id(), clock.instant())));
        set.printed(by, clock.instant());
        audit.record(by, "printed", number, null);
        var method = deliveries.methodOf(number);
        if (method == DeliveryMethod.PICKUP) {
            messages.send(
                    MessageKind.READY_FOR_PICKUP,
                    number + "-" + clock.millis(),
                    application.studentId(),
                    number,
                    notices.byId(application.noticeId()).pickupPlace());
        }
        return method == DeliveryMethod.POST;
    }

    /** @throws Refusal trackingNumberInvalid, trackingNumberUsed */
    public void post(String number, Carrier carrier, String trackingNumber, String by) {
        var application = applications.lock(number);
        var tracking = trackingNumber == null ? "" : trackingNumber.strip().toUpperCase(Locale.ROOT);
        if (!isTrackingNumber(tracking)) {
            throw Refusal.invalid("trackingNumberInvalid");
        }
        if (parcels.existsByCarrierAndTrackingNumber(carrier, tracking)) {
            throw Refusal.conflict("trackingNumberUsed");
        }
        var set = current(number);
        parcels.saveAndFlush(new Parcel(set.id(), carrier, tracking, by, clock.instant()));
        set.posted();
        audit.record(by, "posted", number, carrier + " " + tracking);
        messages.send(
                MessageKind.PARCEL_POSTED,
                carrier + "-" + tracking,
                application.studentId(),
                number,
                new DefaultMessageSourceResolvable("carrier." + carrier),
                tracking);
    }

    /** The shape that all couriers' numbers share; the company is for staff to say. A bag that was scanned twice is none. */
    static boolean isTrackingNumber(String tracking) {
        return tracking.matches("[0-9A-Z-]{6,40}") && BagCode.read(tracking).isEmpty();
    }

    /** The student says whether the parcel came. @throws Refusal reasonNeeded, textTooLong, stepNotOpen */
    public void answerReceipt(String number, boolean received, String trouble) {
        applications.lock(number);
        if (received) {
            received(number, Parcel.State.DELIVERED);
        } else {
            trouble(number, Parcel.Trouble.NOT_RECEIVED, trouble);
        }
        process.receiptAnswered(number, received);
    }

    /** The courier says that it was delivered. */
    public void delivered(String number) {
        applications.lock(number);
        if (process.parcelDelivered(number)) {
            received(number, Parcel.State.DELIVERED);
        }
    }

    /** The courier, or a returned parcel in the mail room, says that something went wrong. */
    public void troubled(String number, String what) {
        troubled(number, Parcel.Trouble.RETURNED, what);
    }

    public void troubled(String number, Parcel.Trouble kind, String what) {
        var application = applications.lock(number);
        trouble(number, kind, what);
        if (process.parcelTroubled(number)) {
            messages.send(
                    MessageKind.PARCEL_PROBLEM, number + "-" + clock.millis(), application.studentId(), number, what);
        }
    }

    private void trouble(String number, Parcel.Trouble kind, String what) {
        if (what == null || what.isBlank()) {
            throw Refusal.invalid("reasonNeeded");
        }
        if (what.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        parcel(number).ifPresent(parcel -> parcel.trouble(kind, what.strip()));
    }

    /** What the mail room decided about a parcel in trouble. */
    public void resolve(String number, ParcelDecision decision, String note, String by) {
        applications.lock(number);
        audit.record(by, "parcel-" + decision, number, note);
        if (decision == ParcelDecision.DELIVERED) {
            received(number, Parcel.State.DELIVERED);
        } else {
            var end = decision == ParcelDecision.PRINT_AGAIN ? Parcel.State.LOST : Parcel.State.RETURNED;
            parcel(number).ifPresent(parcel -> parcel.end(end, clock.instant()));
        }
    }

    /** Handed to the student at the counter, or to the class. */
    public void handedOver(String number, String by) {
        applications.lock(number);
        current(number).received(clock.instant());
        audit.record(by, "prints-handed-over", number, null);
    }

    /** The photo changed: what was printed of the old one must not be used. Can run twice. */
    public void voidSet(String number) {
        latest(number).filter(PrintSet::isOpen).ifPresent(set -> set.voided(clock.instant()));
    }

    private void received(String number, Parcel.State how) {
        current(number).received(clock.instant());
        parcel(number).ifPresent(parcel -> parcel.end(how, clock.instant()));
    }

    @Transactional(readOnly = true)
    public Optional<PrintSet> latest(String number) {
        return sets.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }

    @Transactional(readOnly = true)
    public Optional<Parcel> parcel(String number) {
        return latest(number).flatMap(set -> parcels.findFirstByPrintSetIdOrderByIdDesc(set.id()));
    }

    /** The last parcel of each of these applications, by its key; a few statements for many. */
    @Transactional(readOnly = true)
    Map<Long, Parcel> parcels(Collection<Long> applicationIds) {
        var owners = new HashMap<Long, Long>();
        Parts.of(applicationIds).forEach(some -> {
            var latest = new HashMap<Long, Long>();
            sets.findByApplicationIdInOrderById(some).forEach(set -> latest.put(set.applicationId(), set.id()));
            latest.forEach((application, set) -> owners.put(set, application));
        });
        var found = new HashMap<Long, Parcel>();
        Parts.of(owners.keySet())
                .flatMap(some -> parcels.findByPrintSetIdInOrderById(some).stream())
                .forEach(parcel -> found.put(owners.get(parcel.printSetId()), parcel));
        return found;
    }

    private PrintSet current(String number) {
        return latest(number).orElseThrow(() -> Refusal.conflict("noPrints"));
    }
}
