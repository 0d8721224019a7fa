package io.github.gradphoto.registration;

import io.github.gradphoto.application.Reminders;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办 of those whose photo is delivered and who have to do something themselves: evidence, or 图像校对 (N16, N18). */
@Service
@Transactional
public class RegistrationReminders {

    /** What waits for a student after the photo was delivered. */
    public static final Set<Step> STEPS = EnumSet.of(Step.PROVIDE_EVIDENCE, Step.CONFIRM_AT_REGISTRY);

    /** So many that the request stays short. */
    public static final int AT_ONCE = 200;

    /**
     * What became of those who were chosen.
     *
     * @param already   were reminded of this step today, by whomever
     * @param unreached have no mail address
     * @param needless  are not waited for any more
     */
    public record Result(int told, int already, int unreached, int needless) {}

    private final RegistrationProcess process;
    private final Reminders reminders;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    RegistrationReminders(
            RegistrationProcess process,
            Reminders reminders,
            Roster roster,
            JdbcClient jdbc,
            AuditLog audit,
            Clock clock) {
        this.process = process;
        this.reminders = reminders;
        this.roster = roster;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal nobodyTicked, tooManyChosen */
    public Result remind(Collection<String> numbers, String by) {
        var chosen = Set.copyOf(numbers);
        if (chosen.isEmpty()) {
            throw Refusal.invalid("nobodyTicked");
        }
        if (chosen.size() > AT_ONCE) {
            throw Refusal.invalid("tooManyChosen", AT_ONCE);
        }
        var waiting = process.waiting(STEPS).stream()
                .filter(one -> chosen.contains(one.number()))
                .toList();
        var students = roster.byIds(
                waiting.stream().map(RegistrationProcess.Waiting::studentId).toList());
        int told = 0;
        int already = 0;
        int unreached = 0;
        for (var one : waiting) {
            if (students.get(one.studentId()).email() == null) {
                unreached++;
            } else if (wasTold(one)) {
                already++;
            } else {
                reminders.remind(one.number());
                told++;
            }
        }
        audit.record(by, "registration-reminder", "registration", Integer.toString(told));
        var found = waiting.stream().map(RegistrationProcess.Waiting::number).collect(Collectors.toSet());
        return new Result(told, already, unreached, chosen.size() - found.size());
    }

    /** As {@link Reminders} keeps them apart: once a day and step. */
    private boolean wasTold(RegistrationProcess.Waiting one) {
        return jdbc.sql("select count(*) from outbox where dedupe_key = ?")
                        .param(MessageKind.REMINDER + "-" + one.number() + "-"
                                + one.open().step() + "-" + LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
