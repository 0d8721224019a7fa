package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.WorkingDays;
import io.github.gradphoto.notice.AudienceFigures;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the dean looks at before signing.
 *
 * @param addressed   students of the roster whom the notice is for
 * @param registered  of them, who need not come, because the registry has a photo
 * @param unreachable of them, who have no mail address
 * @param days        from the first day to the last, both counted
 * @param workingDays of them
 * @param leastCents  fees in all if everybody chooses what costs least
 * @param mostCents   fees in all if everybody chooses what costs most
 */
record NoticeFigures(
        int addressed,
        int registered,
        int exempt,
        int unreachable,
        long days,
        long workingDays,
        long leastCents,
        long mostCents) {

    static NoticeFigures of(Notice notice, AudienceFigures audience, WorkingDays calendar) {
        var first = LocalDate.ofInstant(notice.opensAt(), Deadlines.ZONE);
        var last = LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE);
        var fees = notice.collectionTypes().stream()
                .mapToInt(type -> type == CollectionType.CENTRAL
                        ? notice.fees().centralCents()
                        : notice.fees().individualCents())
                .summaryStatistics();
        return new NoticeFigures(
                (int) audience.addressed(),
                (int) audience.registered(),
                (int) audience.exempt(),
                (int) audience.unreachable(),
                ChronoUnit.DAYS.between(first, last) + 1,
                first.datesUntil(last.plusDays(1))
                        .filter(calendar::isWorkingDay)
                        .count(),
                audience.payers() * fees.getMin(),
                audience.payers() * fees.getMax());
    }

    /** Those who are to come. */
    public int wanted() {
        return addressed - registered;
    }
}
