package io.github.gradphoto.demo;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.ConsentKind;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.SubmitApplication;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.prints.Deliveries;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.registration.RegistryConfirmations;
import io.github.gradphoto.registration.Reverifications;
import java.util.EnumSet;

/**
 * Drives cases through the real use cases and the real tasks, as the pages and Tasklist do. The demo seeds itself with it,
 * tests tell their stories with it. Joins the caller's transaction, if there is one.
 */
public class CaseDriver {

    final SubmitApplication submit;
    final Applications applications;
    final Roster roster;
    final CollectionCodes codes;
    final Details details;
    final Payments payments;
    final PhotoUpload photos;
    final Deliveries deliveries;
    final RegistryConfirmations confirmations;
    final Reverifications reverifications;
    final Prints prints;
    final EndApplication ends;
    final StaffTaskDriver tasks;

    public CaseDriver(
            SubmitApplication submit,
            Applications applications,
            Roster roster,
            CollectionCodes codes,
            Details details,
            Payments payments,
            PhotoUpload photos,
            Deliveries deliveries,
            RegistryConfirmations confirmations,
            Reverifications reverifications,
            Prints prints,
            EndApplication ends,
            StaffTaskDriver tasks) {
        this.submit = submit;
        this.applications = applications;
        this.roster = roster;
        this.codes = codes;
        this.details = details;
        this.payments = payments;
        this.photos = photos;
        this.deliveries = deliveries;
        this.confirmations = confirmations;
        this.reverifications = reverifications;
        this.prints = prints;
        this.ends = ends;
        this.tasks = tasks;
    }

    /** The start form, with 「我还没有采集码」. */
    public DrivenCase apply(long studentId, CollectionType type) {
        return new DrivenCase(this, submit.submit(startForm(studentId, type)).number());
    }

    /** The start form, with the code already. */
    public DrivenCase apply(long studentId, CollectionType type, String codePayload) {
        var application = submit.submit(startForm(studentId, type), started -> codes.attach(started, codePayload));
        return new DrivenCase(this, application.number());
    }

    /** Goes on with a case that exists. */
    public DrivenCase of(String number) {
        return new DrivenCase(this, applications.byNumber(number).number());
    }

    private static SubmitApplication.Command startForm(long studentId, CollectionType type) {
        var consents = EnumSet.of(ConsentKind.PRIVACY, ConsentKind.PHOTO);
        if (type == CollectionType.INDIVIDUAL) {
            consents.add(ConsentKind.COURIER);
        }
        return new SubmitApplication.Command(studentId, type, consents, true);
    }
}
