package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.WorkingDays;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Student;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

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

    static NoticeFigures of(Notice notice, List<Student> students, WorkingDays calendar) {
        var first = LocalDate.ofInstant(notice.opensAt(), Deadlines.ZONE);
        var last = LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE);
        long payers = students.stream()
                .filter(student -> !isRegistered(student) && !student.isFeeExempt())
                .count();
        var fees = notice.collectionTypes().stream()
                .mapToInt(type -> type == CollectionType.CENTRAL
                        ? notice.fees().centralCents()
                        : notice.fees().individualCents())
                .summaryStatistics();
        return new NoticeFigures(
                students.size(),
                count(students.stream().filter(NoticeFigures::isRegistered).count()),
                count(students.stream().filter(Student::isFeeExempt).count()),
                count(students.stream()
                        .filter(student -> student.email() == null)
                        .count()),
                ChronoUnit.DAYS.between(first, last) + 1,
                first.datesUntil(last.plusDays(1))
                        .filter(calendar::isWorkingDay)
                        .count(),
                payers * fees.getMin(),
                payers * fees.getMax());
    }

    private static boolean isRegistered(Student student) {
        return Boolean.TRUE.equals(student.isPhotoRegistered());
    }

    private static int count(long number) {
        return (int) number;
    }

    /** Those who are to come. */
    public int wanted() {
        return addressed - registered;
    }
}
