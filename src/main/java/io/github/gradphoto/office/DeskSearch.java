package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.prints.BagCode;
import io.github.gradphoto.refusal.Refusal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whom the desk means: an ID card on a reader (18 characters and Enter), a scanned bag, a certificate's number, any number
 * of the student, or a part of the name.
 */
@Component
class DeskSearch {

    /** More is no answer to somebody who stands there. */
    static final int MOST = 20;

    private static final int LONGEST = 40;

    private final Roster roster;
    private final Applications applications;
    private final GraduationList list;

    DeskSearch(Roster roster, Applications applications, GraduationList list) {
        this.roster = roster;
        this.applications = applications;
        this.list = list;
    }

    /** @return at most one more than {@link #MOST}. @throws Refusal searchTooShort, textTooLong, idCheckFails */
    List<Student> find(String typed) {
        var key = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cntrl}]", "");
        if (key.codePointCount(0, key.length()) < 2) {
            throw Refusal.invalid("searchTooShort");
        }
        if (key.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        var number = key.toUpperCase(Locale.ROOT);
        var bag = BagCode.read(number);
        if (bag.isPresent()) {
            return byCase(bag.get().number()).stream().toList();
        }
        if (number.matches("\\d{17}[\\dX]")) {
            return byCard(number);
        }
        return key.codePoints().noneMatch(Character::isDigit)
                ? roster.byPartOfName(key, MOST + 1)
                : roster.byAnyNumber(key, MOST + 1);
    }

    private Optional<Student> byCase(String number) {
        return applications.byNumbers(List.of(number)).stream()
                .map(application -> roster.byId(application.studentId()))
                .findFirst();
    }

    /** A certificate's number has 18 digits too. */
    private List<Student> byCard(String number) {
        var found = roster.byAnyNumber(number, MOST + 1);
        if (!found.isEmpty()) {
            return found;
        }
        var holder = list.holder(number).flatMap(roster::byNumber);
        if (holder.isEmpty() && !ResidentId.isValid(number)) {
            throw Refusal.invalid("idCheckFails");
        }
        return holder.stream().toList();
    }
}
