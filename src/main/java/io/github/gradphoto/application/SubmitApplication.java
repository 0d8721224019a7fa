package io.github.gradphoto.application;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The start form: makes the application and starts its process. */
@Service
@Transactional
public class SubmitApplication {

    private static final Set<ConsentKind> NEEDED = EnumSet.of(ConsentKind.PRIVACY, ConsentKind.PHOTO);

    private final ApplicationRepository repository;
    private final ConsentRepository consents;
    private final ApplicationNumbers numbers;
    private final Notices notices;
    private final Roster roster;
    private final Messages messages;
    private final ApplicationProcess process;
    private final List<CarriedOver> carriers;
    private final KnownDetails details;
    private final Clock clock;

    SubmitApplication(
            ApplicationRepository repository,
            ConsentRepository consents,
            ApplicationNumbers numbers,
            Notices notices,
            Roster roster,
            Messages messages,
            ApplicationProcess process,
            List<CarriedOver> carriers,
            KnownDetails details,
            Clock clock) {
        this.repository = repository;
        this.consents = consents;
        this.numbers = numbers;
        this.notices = notices;
        this.roster = roster;
        this.messages = messages;
        this.process = process;
        this.carriers = carriers;
        this.details = details;
        this.clock = clock;
    }

    /** @param acknowledged the student knows what missing the close means (N23) */
    public record Command(
            long studentId, CollectionType collectionType, Set<ConsentKind> consents, boolean acknowledged) {

        public Command {
            consents = Set.copyOf(consents);
        }
    }

    public Application submit(Command command) {
        return submit(command, application -> {});
    }

    /**
     * @param before what else belongs to the start, such as a code that the student has already; it runs in the same
     *     transaction, before the process starts
     * @throws Refusal closed, otherCohort, alreadyRegistered, notInRound, alreadyApplied, consentNeeded, collectionTypeNotOffered
     */
    public Application submit(Command command, Consumer<Application> before) {
        var now = clock.instant();
        var student = roster.byId(command.studentId());
        var notice =
                roster.noticeFor(student).filter(n -> n.isOpenAt(now)).orElseThrow(() -> Refusal.conflict("closed"));
        ensureMayApply(notice, student);
        if (!command.consents().containsAll(NEEDED) || !command.acknowledged()) {
            throw Refusal.invalid("consentNeeded");
        }
        if (!notice.collectionTypes().contains(command.collectionType())) {
            throw Refusal.invalid("collectionTypeNotOffered");
        }
        var application = repository.saveAndFlush(
                new Application(numbers.next(), notice, student, command.collectionType(), now));
        command.consents().forEach(kind -> consents.save(new Consent(application.id(), kind, now)));
        carriedOver(notice, student).ifPresent(earlier -> {
            application.carriedFrom(earlier);
            carriers.forEach(carrier -> carrier.carry(earlier, application));
        });
        before.accept(application);
        messages.send(
                MessageKind.APPLICATION_RECEIVED,
                application.number(),
                student.id(),
                application.number(),
                application.number());
        process.start(application.number(), student.classCode());
        details.confirmIfKnown(application);
        return application;
    }

    /** The case that the office moved to a later round, when this is that round. */
    private Optional<Application> carriedOver(Notice notice, Student student) {
        return notice.isLaterRound()
                ? repository
                        .findFirstByStudentIdAndEndReasonOrderByIdDesc(student.id(), EndReason.NEXT_ROUND)
                        .filter(earlier -> notices.before(notice).stream()
                                .anyMatch(round -> round.id().equals(earlier.noticeId())))
                : Optional.empty();
    }

    /** The plain cases are refused here already; what needs a rule or a person is decided by the process. */
    public void ensureMayApply(Notice notice, Student student) {
        if (student.cohort() != notice.cohort()) {
            throw Refusal.conflict("otherCohort");
        }
        if (Boolean.TRUE.equals(student.isPhotoRegistered())) {
            throw Refusal.conflict("alreadyRegistered");
        }
        if (!roster.isLeftFor(notice, student)) {
            throw Refusal.conflict("notInRound");
        }
        if (repository
                .findByNoticeIdAndStudentIdAndOpenSlotIsNotNull(notice.id(), student.id())
                .isPresent()) {
            throw Refusal.conflict("alreadyApplied");
        }
    }
}
