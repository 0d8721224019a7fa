package io.github.gradphoto.application;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 名册更正: the office corrects what the roster says of a student, and a case that runs follows. */
@Service
@Transactional
public class RosterCorrections {

    private final Roster roster;
    private final Applications applications;
    private final ApplicationProcess process;
    private final EndApplication end;
    private final Messages messages;
    private final MessageSource texts;
    private final AuditLog audit;
    private final Clock clock;

    RosterCorrections(
            Roster roster,
            Applications applications,
            ApplicationProcess process,
            EndApplication end,
            Messages messages,
            MessageSource texts,
            AuditLog audit,
            Clock clock) {
        this.roster = roster;
        this.applications = applications;
        this.process = process;
        this.end = end;
        this.messages = messages;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Corrects and tells the student. A photo that the registry has already ends a case that has not been released; a
     * changed detail that the student confirmed before has to be confirmed again before the release.
     *
     * @param wanted by field; what is the same already changes nothing
     * @return what changed
     * @throws Refusal nothingToCorrect, or what is wrong with a value
     */
    public Set<RosterField> correct(String number, Map<RosterField, String> wanted, String reason, String by) {
        var application = applications.lock(number);
        var changed = apply(application, wanted, reason, by);
        if (changed.isEmpty()) {
            throw Refusal.invalid("nothingToCorrect");
        }
        tell(application, changed, reason);
        return changed;
    }

    /**
     * A list of the college says otherwise than the roster: corrects, and lets the case follow. The student is told of what
     * they confirm themselves and of the end of the case; a renamed class is no news.
     *
     * @return what changed
     * @throws Refusal what is wrong with a value
     */
    public Set<RosterField> correctByList(String number, Map<RosterField, String> wanted, String by) {
        var application = applications.lock(number);
        var student = roster.byId(application.studentId());
        var reason = texts.getMessage("roster.byList", null, Locale.forLanguageTag(student.language()));
        var changed = apply(application, wanted, reason, by);
        if (changed.contains(RosterField.PHOTO_REGISTERED)
                || changed.stream().anyMatch(RosterField::isConfirmedByStudent)) {
            tell(application, changed, reason);
        }
        return changed;
    }

    private void tell(Application application, Set<RosterField> changed, String reason) {
        var student = roster.byId(application.studentId());
        messages.send(
                MessageKind.ROSTER_CORRECTED,
                application.number() + "-" + clock.millis(),
                student.id(),
                application.number(),
                names(changed, student),
                reason);
    }

    /** Corrects, and lets the case follow. */
    Set<RosterField> apply(Application application, Map<RosterField, String> wanted, String reason, String by) {
        var changed = roster.correct(application.studentId(), wanted);
        if (!changed.isEmpty()) {
            var fields = changed.stream().map(Enum::name).collect(Collectors.joining(","));
            audit.record(by, "roster-corrected", application.number(), fields);
            if (application.isRunning() && application.endReason() == null) {
                follow(application, changed, reason, by);
            }
        }
        return changed;
    }

    /** Which of these cases would end if the registry had the photo: those that were not released yet. */
    @Transactional(readOnly = true)
    public List<Application> endingWhenRegistered(Collection<Application> running) {
        var open = process.openSteps(running.stream().map(Application::number).toList());
        return running.stream()
                .filter(application -> application.isRunning() && application.endReason() == null)
                .filter(application -> open.getOrDefault(application.number(), List.of()).stream()
                        .map(OpenStep::step)
                        .anyMatch(Step::isBeforeRelease))
                .toList();
    }

    private void follow(Application application, Set<RosterField> changed, String reason, String by) {
        var number = application.number();
        var student = roster.byId(application.studentId());
        if (changed.contains(RosterField.CLASS_CODE)) {
            process.classChanged(number, student.classCode());
        }
        boolean open = process.openSteps(number).stream().map(OpenStep::step).anyMatch(Step::isBeforeRelease);
        if (open && changed.contains(RosterField.RECORD_STATUS)) {
            process.recordCorrected(number);
        }
        if (open && Boolean.TRUE.equals(student.isPhotoRegistered())) {
            end.alreadyRegistered(number, reason, by);
        } else if (open
                && application.detailsConfirmedAt() != null
                && changed.stream().anyMatch(RosterField::isConfirmedByStudent)
                && process.detailsCorrected(number)) {
            application.askToConfirmAgain();
        }
    }

    private String names(Set<RosterField> fields, Student student) {
        var language = Locale.forLanguageTag(student.language());
        return fields.stream()
                .map(field -> texts.getMessage("roster.field." + field, null, language))
                .collect(Collectors.joining("、"));
    }
}
