package io.github.gradphoto.retention;

import java.time.LocalDate;

/**
 * What a rule deletes next. Cases that still run are left out, though their time may seem to be over.
 *
 * @param tonight how many the next run takes
 * @param week    within seven days, those of tonight included
 * @param month   within thirty days
 * @param next    the day of the next one; null where there is none
 */
public record DueSoon(RetentionRule rule, long tonight, long week, long month, LocalDate next) {

    /** @return percent of the most, for drawing */
    public long share(long count, long most) {
        return most == 0 ? 0 : Math.max(count == 0 ? 0 : 1, count * 100 / most);
    }
}
