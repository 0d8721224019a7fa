package io.github.gradphoto.portal;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.Extensions;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.certificate.CertificateDesk;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.Proxies;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.identity.RememberedPhones;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.LastSecond;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Refunds;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.Deliveries;
import io.github.gradphoto.prints.PrintSet;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.prints.Reprints;
import io.github.gradphoto.registration.Registration;
import io.github.gradphoto.registration.Registrations;
import io.github.gradphoto.registration.Reverifications;
import io.github.gradphoto.review.Reviews;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Gathers everything that "my" shows of one application; the help desk sees the same. */
@Component
public class MyCase {

    private final ApplicationProcess process;
    private final Roster roster;
    private final Notices notices;
    private final CollectionCodes codes;
    private final Details details;
    private final Extensions extensions;
    private final Payments payments;
    private final Refunds refunds;
    private final Photos photos;
    private final PhotoUpload upload;
    private final Reviews reviews;
    private final Registrations registrations;
    private final Reverifications reverifications;
    private final Deliveries deliveries;
    private final Prints prints;
    private final Reprints reprints;
    private final CertificateDesk desk;
    private final GraduationList graduation;
    private final Proxies proxies;
    private final Messages messages;
    private final Withdrawal withdrawal;
    private final RememberedPhones phones;
    private final Clock clock;

    MyCase(
            ApplicationProcess process,
            Roster roster,
            Notices notices,
            CollectionCodes codes,
            Details details,
            Extensions extensions,
            Payments payments,
            Refunds refunds,
            Photos photos,
            PhotoUpload upload,
            Reviews reviews,
            Registrations registrations,
            Reverifications reverifications,
            Deliveries deliveries,
            Prints prints,
            Reprints reprints,
            CertificateDesk desk,
            GraduationList graduation,
            Proxies proxies,
            Messages messages,
            Withdrawal withdrawal,
            RememberedPhones phones,
            Clock clock) {
        this.process = process;
        this.roster = roster;
        this.notices = notices;
        this.codes = codes;
        this.details = details;
        this.extensions = extensions;
        this.payments = payments;
        this.refunds = refunds;
        this.photos = photos;
        this.upload = upload;
        this.reviews = reviews;
        this.registrations = registrations;
        this.reverifications = reverifications;
        this.deliveries = deliveries;
        this.prints = prints;
        this.reprints = reprints;
        this.desk = desk;
        this.graduation = graduation;
        this.proxies = proxies;
        this.messages = messages;
        this.withdrawal = withdrawal;
        this.phones = phones;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public void describe(Application application, Model model) {
        var number = application.number();
        var open = process.openSteps(number);
        var set = prints.latest(number);
        boolean registered = registrations
                .latest(number)
                .filter(registration -> registration.result() == Registration.Result.REGISTERED)
                .isPresent();
        boolean received = set.filter(s -> s.state() == PrintSet.State.RECEIVED).isPresent();

        model.addAttribute("mine", application);
        model.addAttribute("notice", notices.byId(application.noticeId()));
        model.addAttribute("student", roster.byId(application.studentId()));
        model.addAttribute("late", isLate(application, open));
        model.addAttribute(
                "todos",
                open.stream().filter(s -> s.step().isStudents()).map(Todo::of).toList());
        model.addAttribute(
                "waiting", open.stream().filter(s -> !s.step().isStudents()).toList());
        model.addAttribute("steps", open);
        model.addAttribute("open", open.stream().map(s -> s.step().name()).toList());
        model.addAttribute("progress", Progress.of(application, open, registered, received));
        model.addAttribute("registered", registered);
        model.addAttribute("code", codes.latest(number).orElse(null));
        model.addAttribute("dispute", details.latest(number).orElse(null));
        model.addAttribute("extension", extensions.latest(number).orElse(null));
        model.addAttribute("mayAskExtension", application.isRunning() && extensions.isPossible(number));
        model.addAttribute("order", payments.latest(number).orElse(null));
        model.addAttribute("refunds", refunds.of(number));
        var decisions = reviews.of(number);
        model.addAttribute(
                "versions",
                photos.versions(number).stream()
                        .map(p -> PhotoVersion.of(p, decisions))
                        .toList());
        model.addAttribute(
                "mayReplacePhoto",
                upload.isReplaceable(number) && !LastSecond.isOver(application.closesAt(), clock.instant()));
        model.addAttribute("reverification", reverifications.latest(number).orElse(null));
        model.addAttribute("delivery", deliveries.of(number).orElse(null));
        model.addAttribute("posted", !deliveries.isEditable(number));
        model.addAttribute("printSet", set.orElse(null));
        model.addAttribute("reprint", reprints.latest(number).orElse(null));
        model.addAttribute("mayAskReprint", reprints.isPossible(number));
        model.addAttribute("parcel", prints.parcel(number).orElse(null));
        model.addAttribute("certificate", desk.of(number).orElse(null));
        model.addAttribute("proxy", proxies.of(number).orElse(null));
        model.addAttribute("graduation", graduation.of(number).name());
        model.addAttribute("messages", messages.of(number));
        model.addAttribute("phones", phones.of(application.studentId()));
        model.addAttribute("mayWithdraw", withdrawal.isPossible(number));
    }

    /** The deadline has passed before the photo came: the office decides, and the student's steps are refused. */
    private boolean isLate(Application application, List<OpenStep> open) {
        return LastSecond.isOver(application.closesAt(), clock.instant())
                && open.stream().anyMatch(s -> s.step().isBoundToTheClose());
    }
}
