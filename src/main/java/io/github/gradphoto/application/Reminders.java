package io.github.gradphoto.application;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Roster;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds students of the steps that wait for them. */
@Service
@Transactional
public class Reminders {

    private final Applications applications;
    private final ApplicationProcess process;
    private final Roster roster;
    private final Messages messages;
    private final MessageSource texts;
    private final Clock clock;

    Reminders(
            Applications applications,
            ApplicationProcess process,
            Roster roster,
            Messages messages,
            MessageSource texts,
            Clock clock) {
        this.applications = applications;
        this.process = process;
        this.roster = roster;
        this.messages = messages;
        this.texts = texts;
        this.clock = clock;
    }

    /** At most one reminder a day and step. Can run twice. */
    public void remind(String number) {
        var application = applications.byNumber(number);
        var today = LocalDate.now(clock);
        var language =
                Locale.forLanguageTag(roster.byId(application.studentId()).language());
        process.openSteps(number).stream()
                .filter(open -> open.step().isStudents())
                .forEach(open -> messages.send(
                        MessageKind.REMINDER,
                        number + "-" + open.step() + "-" + today,
                        application.studentId(),
                        number,
                        texts.getMessage("step." + open.step(), null, language)));
    }
}
