package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.StaffTasks.Card;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.notice.Roster;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the cards of Tasklist show beyond the engine's own: the student's name, which is no process variable and only for
 * those who see the task, and when it is due, in words.
 */
@RestController
class TaskCards {

    /**
     * @param due       in words; null where nothing is promised
     * @param urgency   of the due date, for its colour: late, today, soon or later
     * @param colleague display name of who has claimed it, where that is not the reader
     */
    record Face(String name, String due, String urgency, String colleague) {}

    /** More than one page of Tasklist shows. */
    private static final int MOST = 200;

    private final StaffTasks tasks;
    private final Applications applications;
    private final Roster roster;
    private final StaffAccounts accounts;
    private final MessageSource texts;
    private final Clock clock;

    TaskCards(
            StaffTasks tasks,
            Applications applications,
            Roster roster,
            StaffAccounts accounts,
            MessageSource texts,
            Clock clock) {
        this.tasks = tasks;
        this.applications = applications;
        this.roster = roster;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/office/tasks/cards")
    ResponseEntity<Map<String, Face>> cards(@RequestParam String ids, Locale language) {
        var wanted = Arrays.stream(ids.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(wanted.isEmpty() ? Map.of() : faces(tasks.cards(wanted), language));
    }

    private Map<String, Face> faces(List<Card> cards, Locale language) {
        var names = names(cards.stream()
                .map(Card::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return cards.stream().collect(Collectors.toMap(Card::taskId, card -> face(card, names, language)));
    }

    private Face face(Card card, Map<String, String> names, Locale language) {
        var name = card.number() == null ? null : names.get(card.number());
        var colleague = card.colleague() == null ? null : accounts.displayName(card.colleague());
        if (card.due() == null) {
            return new Face(name, null, "later", colleague);
        }
        var now = clock.instant();
        long days = ChronoUnit.DAYS.between(day(now), day(card.due()));
        if (card.due().isBefore(now)) {
            return new Face(
                    name, days < 0 ? text("lateDays", language, -days) : text("late", language), "late", colleague);
        }
        return switch ((int) Math.min(days, 2)) {
            case 0 -> new Face(name, text("today", language), "today", colleague);
            case 1 -> new Face(name, text("tomorrow", language), "soon", colleague);
            default -> new Face(name, text("days", language, days), "later", colleague);
        };
    }

    private String text(String key, Locale language, Object... arguments) {
        return texts.getMessage("tasklist.due." + key, arguments, language);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, Deadlines.ZONE);
    }

    private Map<String, String> names(List<String> numbers) {
        var cases = applications.byNumbers(numbers);
        var students = roster.byIds(cases.stream().map(Application::studentId).toList());
        return cases.stream()
                .collect(Collectors.toMap(
                        Application::number,
                        application -> students.get(application.studentId()).name()));
    }
}
