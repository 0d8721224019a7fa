package io.github.gradphoto.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;

/**
 * When the unfinished are reminded, and when others learn of them (N23). All in days before the day of the close.
 *
 * @param reminderDays days of the reminders, joined by commas, the earliest first; may be empty
 * @param teacherDays  when class teachers are told who has not finished
 * @param officeDays   when the office is asked to telephone the rest
 */
@Embeddable
public record FollowUp(
        @Column(name = "reminder_days") String reminderDays,
        @Column(name = "teacher_days") int teacherDays,
        @Column(name = "office_days") int officeDays) {

    public static final FollowUp USUAL = new FollowUp("7,3,1", 5, 2);

    public List<Integer> reminders() {
        return reminderDays.isEmpty()
                ? List.of()
                : Arrays.stream(reminderDays.split(",")).map(Integer::valueOf).toList();
    }
}
