package io.github.gradphoto.demo;

import static io.github.gradphoto.demo.DemoAccounts.CASHIER;
import static io.github.gradphoto.demo.DemoAccounts.DESK;
import static io.github.gradphoto.demo.DemoAccounts.OFFICE;
import static io.github.gradphoto.demo.DemoAccounts.POST;
import static io.github.gradphoto.demo.DemoAccounts.REVIEWER_1;

import io.github.gradphoto.certificate.Certificate;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.PhotoSource;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.prints.Address;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.review.RejectionReason;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/** The straight way of one demo student. Each method goes from the start to where its name says, and no further. */
final class DemoWay {

    private final CaseDriver driver;
    private final Student student;
    private final CollectionType type;
    private final Iterator<PhotoUpload.Prepared> pictures;
    private final LocalDate today;

    DemoWay(
            CaseDriver driver,
            Student student,
            CollectionType type,
            List<PhotoUpload.Prepared> pictures,
            LocalDate today) {
        this.driver = driver;
        this.student = student;
        this.type = type;
        this.pictures = pictures.iterator();
        this.today = today;
    }

    DrivenCase toCode() {
        return driver.apply(student.id(), type);
    }

    DrivenCase toDetails() {
        return driver.apply(student.id(), type, DemoCodes.payload(student.studentNumber()));
    }

    DrivenCase toPayment() {
        return toDetails().confirmDetails();
    }

    DrivenCase toPhoto() {
        var waiting = toPayment();
        return student.isFeeExempt() ? waiting : waiting.payAtCounter().confirmPayment(today, CASHIER.username());
    }

    DrivenCase toReview() {
        var uploaded = uploadPhoto(toPhoto());
        return switch (type) {
            case CENTRAL -> uploaded;
            case INDIVIDUAL -> uploaded.havePrintsPosted(address());
        };
    }

    /** The check refuses the photo: the student sees why, and is asked for another. */
    DrivenCase toRefusal() {
        return uploadPhoto(toPhoto());
    }

    /** Rejected once for each reason given; waits for a new photo, or for help after the last. */
    DrivenCase toRejection(RejectionReason first, RejectionReason... more) {
        var rejected = toReview().rejectPhoto(REVIEWER_1.username(), first);
        for (var reason : more) {
            uploadPhoto(rejected).rejectPhoto(REVIEWER_1.username(), reason);
        }
        return rejected;
    }

    DrivenCase toRelease() {
        return toReview().approvePhoto(REVIEWER_1.username());
    }

    DrivenCase toDeliveryResult() {
        return toRelease().release(OFFICE.username());
    }

    DrivenCase toComparison() {
        return toDeliveryResult().enterDelivered(OFFICE.username());
    }

    DrivenCase toPrint() {
        return toComparison().enterComparison(Comparison.PASSED, OFFICE.username());
    }

    DrivenCase toPost() {
        return toPrint().print(POST.username());
    }

    DrivenCase toReceipt() {
        // EMS numbers of the shape that the field's own samples have, one for each student.
        return toPost().post(Carrier.EMS, "1199" + student.studentNumber() + "0", POST.username());
    }

    DrivenCase toDesk() {
        return toReceipt().confirmReceipt().confirmAtRegistry();
    }

    DrivenCase toMaking() {
        return toDesk().takeInPrint(Certificate.PrintState.AT_HAND, DESK.username());
    }

    DrivenCase toHandOver() {
        return toMaking().makeCertificate(DESK.username());
    }

    DrivenCase toEnd() {
        return toHandOver().handOverCertificate(DESK.username());
    }

    private DrivenCase uploadPhoto(DrivenCase waiting) {
        var sources = PhotoSource.values();
        return waiting.uploadPhoto(pictures.next(), sources[(int) (student.id() % sources.length)]);
    }

    private Address address() {
        var house = 1 + student.id() % 88;
        return new Address(student.name(), student.phone(), "四川省", "示例市", "示例区", "示例路%d号".formatted(house));
    }
}
