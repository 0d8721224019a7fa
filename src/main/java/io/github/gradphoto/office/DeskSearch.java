package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.prints.BagCode;
import io.github.gradphoto.prints.Parcels;
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
    private final Parcels parcels;

    DeskSearch(Roster roster, Applications applications, GraduationList list, Parcels parcels) {
        this.roster = roster;
        this.applications = applications;
        this.list = list;
        this.parcels = parcels;
    }

    /** @return at most one more than {@link #MOST}. @throws Refusal searchTooShort, textTooLong, idCheckFails */
    List<Student> find(String typed) {
        var key = plain(typed);
        return isName(key) && key.length() <= LONGEST && key.codePointCount(0, key.length()) > 1
                ? roster.byPartOfName(key, MOST + 1)
                : findByNumber(key);
    }

    /**
     * By a whole number alone: where nobody looks at the person found, a part of a name would mean somebody else.
     *
     * @throws Refusal wholeNumberNeeded, searchTooShort, textTooLong, idCheckFails
     */
    List<Student> findByNumber(String typed) {
        var key = plain(typed);
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
        if (isName(key)) {
            throw Refusal.invalid("wholeNumberNeeded");
        }
        return roster.byAnyNumber(key, MOST + 1);
    }

    /** Whether a bag was scanned whose picture is not the valid one any more. */
    boolean isOutdatedBag(String typed) {
        return BagCode.read(plain(typed)).filter(parcels::isOutdated).isPresent();
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cntrl}]", "");
    }

    private static boolean isName(String key) {
        return key.codePoints().noneMatch(Character::isDigit);
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
