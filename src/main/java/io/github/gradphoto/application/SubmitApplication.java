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
    private final Clock clock;

    SubmitApplication(
            ApplicationRepository repository,
            ConsentRepository consents,
            ApplicationNumbers numbers,
            Notices notices,
            Roster roster,
            Messages messages,
            ApplicationProcess process,
            Clock clock) {
        this.repository = repository;
        this.consents = consents;
        this.numbers = numbers;
        this.notices = notices;
        this.roster = roster;
        this.messages = messages;
        this.process = process;
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
     * @throws Refusal closed, otherCohort, alreadyRegistered, alreadyApplied, consentNeeded, collectionTypeNotOffered
     */
    public Application submit(Command command, Consumer<Application> before) {
        var now = clock.instant();
        var notice = notices.current().filter(n -> n.isOpenAt(now)).orElseThrow(() -> Refusal.conflict("closed"));
        var student = roster.byId(command.studentId());
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
        before.accept(application);
        messages.send(
                MessageKind.APPLICATION_RECEIVED,
                application.number(),
                student.id(),
                application.number(),
                application.number());
        process.start(application.number(), student.classCode());
        return application;
    }

    /** The plain cases are refused here already; what needs a rule or a person is decided by the process. */
    public void ensureMayApply(Notice notice, Student student) {
        if (student.cohort() != notice.cohort()) {
            throw Refusal.conflict("otherCohort");
        }
        if (Boolean.TRUE.equals(student.isPhotoRegistered())) {
            throw Refusal.conflict("alreadyRegistered");
        }
        if (repository
                .findByNoticeIdAndStudentIdAndOpenSlotIsNotNull(notice.id(), student.id())
                .isPresent()) {
            throw Refusal.conflict("alreadyApplied");
        }
    }
}
