package io.github.gradphoto.roster;

import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.RosterRow;
import io.github.gradphoto.privacy.Mask;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.RosterFault.Reason;
import io.github.gradphoto.tabular.TableRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the rows of one list, one after the other, and says of each what is wrong with it. Nothing is guessed. */
final class RosterReader {

    private static final Pattern DATE = Pattern.compile("((?:19|20)\\d{2})\\D?(\\d{1,2})\\D?(\\d{1,2})\\D?(?:T.*)?");
    private static final Pattern COHORT = Pattern.compile("(20\\d{2})[级届]?");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_SHOWN = 24;
    private static final int BIRTH_FROM = 6;
    private static final int BIRTH_TO = 14;
    private static final int ID_LENGTH = 18;

    private final Set<RosterColumn> present;
    private final String defaultSchool;
    private final Set<Integer> tooWide;
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> exams = new HashSet<>();
    private final List<RosterLine> good = new ArrayList<>();
    private final List<RosterFault> faults = new ArrayList<>();
    private int bad;

    private List<RosterFault> ofRow;
    private TableRow row;
    private Map<RosterColumn, String> texts;

    /**
     * @param defaultSchool for lists that do not name it; null where nobody knows
     * @param tooWide       lines with more cells than there are headings
     */
    RosterReader(Set<RosterColumn> present, String defaultSchool, Set<Integer> tooWide) {
        this.present = present;
        this.defaultSchool = defaultSchool;
        this.tooWide = tooWide;
    }

    List<RosterLine> good() {
        return good;
    }

    List<RosterFault> faults() {
        return faults;
    }

    /** Every student number that the list names, in good rows and bad. */
    Set<String> numbers() {
        return numbers;
    }

    /** How many rows have a fault. */
    int bad() {
        return bad;
    }

    void read(TableRow next) {
        row = next;
        ofRow = new ArrayList<>();
        texts = new HashMap<>();
        if (tooWide.contains(next.number())) {
            ofRow.add(new RosterFault(next.number(), null, Reason.TOO_MANY_CELLS, ""));
        }
        present.forEach(this::look);
        var values = new EnumMap<RosterField, String>(RosterField.class);
        texts.forEach((column, text) -> {
            if (column.isKept() && !text.isEmpty()) {
                values.put(column.field(), text);
            }
        });
        judge(values);
        if (ofRow.isEmpty()) {
            good.add(new RosterLine(next.number(), values.get(RosterField.STUDENT_NUMBER), values));
        } else {
            bad++;
            faults.addAll(ofRow);
        }
    }

    /** What can be said of a cell by itself, whatever column it is in. */
    private void look(RosterColumn column) {
        var text = RosterValues.visible(row.get(column.name()));
        if (column.isKept() || column == RosterColumn.BIRTH_DATE) {
            if (row.lostDigits(column.name()) || text.matches("\\d(?:\\.\\d+)?[eE]\\+\\d+")) {
                fault(column, Reason.DIGITS_LOST, "");
                text = "";
            } else if (RosterValues.isError(text)) {
                fault(column, Reason.CELL_ERROR, text);
                text = "";
            } else if (RosterValues.isUnreadable(text)) {
                fault(column, Reason.UNREADABLE_CHARACTER, "");
                text = "";
            } else if (text.isEmpty() && column.isRequired()) {
                fault(column, Reason.MISSING, "");
            }
        }
        texts.put(column, text);
    }

    private void judge(Map<RosterField, String> values) {
        studentNumber(values);
        name(values);
        var type = idType(values);
        idNumber(values, type);
        gender(values, type);
        birthDate(values, type);
        examNumber(values);
        cohort(values);
        word(values, RosterColumn.PHOTO_REGISTERED, RosterValues.YES_NO, Reason.YES_NO_UNKNOWN);
        word(values, RosterColumn.FEE_EXEMPT, RosterValues.YES_NO, Reason.YES_NO_UNKNOWN);
        known(values, RosterColumn.LEVEL, RosterValues.LEVELS, Reason.LEVEL_UNKNOWN);
        known(values, RosterColumn.RECORD_STATUS, RosterValues.RECORD_STATUSES, Reason.RECORD_STATUS_UNKNOWN);
        contact(values, RosterColumn.PHONE, Reason.PHONE_FORM);
        contact(values, RosterColumn.EMAIL, Reason.EMAIL_FORM);
        if (!values.containsKey(RosterField.SCHOOL)) {
            if (defaultSchool == null) {
                fault(RosterColumn.SCHOOL, Reason.SCHOOL_UNKNOWN, "");
            } else {
                values.put(RosterField.SCHOOL, defaultSchool);
            }
        }
        lengths(values);
    }

    private void studentNumber(Map<RosterField, String> values) {
        var number = RosterValues.narrow(values.getOrDefault(RosterField.STUDENT_NUMBER, ""));
        if (number.isEmpty()) {
            return;
        }
        values.put(RosterField.STUDENT_NUMBER, number);
        if (!isRight(RosterField.STUDENT_NUMBER, number)) {
            fault(RosterColumn.STUDENT_NUMBER, Reason.STUDENT_NUMBER_FORM, number);
        } else if (!numbers.add(number)) {
            fault(RosterColumn.STUDENT_NUMBER, Reason.STUDENT_NUMBER_TWICE, number);
        }
    }

    private void name(Map<RosterField, String> values) {
        var name = RosterValues.name(values.getOrDefault(RosterField.NAME, ""));
        if (name.isEmpty()) {
            return;
        }
        values.put(RosterField.NAME, name);
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            fault(RosterColumn.NAME, Reason.NAME_TOO_LONG, "");
        } else if (!RosterValues.isName(name)) {
            fault(RosterColumn.NAME, Reason.NAME_CHARACTERS, Mask.name(name));
        }
    }

    /** @return null where it is not known */
    private String idType(Map<RosterField, String> values) {
        var typed = values.getOrDefault(RosterField.ID_TYPE, RosterRow.RESIDENT_ID);
        var type = RosterValues.ID_TYPES.get(RosterValues.narrow(typed));
        if (type == null) {
            fault(RosterColumn.ID_TYPE, Reason.ID_TYPE_UNKNOWN, typed);
        } else {
            values.put(RosterField.ID_TYPE, type);
        }
        return type;
    }

    private void idNumber(Map<RosterField, String> values, String type) {
        var number = RosterValues.word(values.getOrDefault(RosterField.ID_NUMBER, ""));
        if (number.isEmpty() || type == null) {
            return;
        }
        values.put(RosterField.ID_NUMBER, number);
        var reason = RosterRow.RESIDENT_ID.equals(type)
                ? residentFault(number)
                : number.matches("[0-9A-Z()]{5,20}") ? null : Reason.ID_OTHER_FORM;
        if (reason != null) {
            fault(RosterColumn.ID_NUMBER, reason, Mask.idNumber(number));
        } else if (!ids.add(number)) {
            fault(RosterColumn.ID_NUMBER, Reason.ID_TWICE, Mask.idNumber(number));
        }
    }

    /** The first that is wrong, so that the sentence helps. */
    private static Reason residentFault(String number) {
        if (number.matches("\\d{15}")) {
            return Reason.ID_OLD;
        }
        if (number.length() != ID_LENGTH) {
            return Reason.ID_LENGTH;
        }
        if (!number.matches("\\d{17}[0-9X]")) {
            return Reason.ID_CHARACTERS;
        }
        if (day(number.substring(BIRTH_FROM, BIRTH_TO)) == null) {
            return Reason.ID_DATE;
        }
        return ResidentId.isValid(number) ? null : Reason.ID_CHECK;
    }

    private void gender(Map<RosterField, String> values, String type) {
        var number = values.getOrDefault(RosterField.ID_NUMBER, "");
        boolean resident = RosterRow.RESIDENT_ID.equals(type) && ResidentId.isValid(number);
        var byId = !resident ? null : (number.charAt(ID_LENGTH - 2) - '0') % 2 == 1 ? "男" : "女";
        var typed = values.get(RosterField.GENDER);
        if (typed == null) {
            if (byId != null) {
                values.put(RosterField.GENDER, byId);
            } else if (type != null && !RosterRow.RESIDENT_ID.equals(type)) {
                fault(RosterColumn.GENDER, Reason.MISSING, "");
            }
            return;
        }
        var gender = RosterValues.GENDERS.get(RosterValues.word(typed));
        if (gender == null) {
            fault(RosterColumn.GENDER, Reason.GENDER_UNKNOWN, typed);
        } else if (byId != null && !byId.equals(gender)) {
            fault(RosterColumn.GENDER, Reason.GENDER_DIFFERS, typed);
        } else {
            values.put(RosterField.GENDER, gender);
        }
    }

    private void birthDate(Map<RosterField, String> values, String type) {
        var typed = texts.getOrDefault(RosterColumn.BIRTH_DATE, "");
        if (typed.isEmpty()) {
            return;
        }
        var day = day(RosterValues.narrow(typed));
        var number = values.getOrDefault(RosterField.ID_NUMBER, "");
        if (day == null) {
            fault(RosterColumn.BIRTH_DATE, Reason.BIRTH_DATE_FORM, typed);
        } else if (RosterRow.RESIDENT_ID.equals(type)
                && ResidentId.isValid(number)
                && !day.equals(day(number.substring(BIRTH_FROM, BIRTH_TO)))) {
            fault(RosterColumn.BIRTH_DATE, Reason.BIRTH_DATE_DIFFERS, "");
        }
    }

    private static LocalDate day(String text) {
        var parts = DATE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void examNumber(Map<RosterField, String> values) {
        var number = RosterValues.word(values.getOrDefault(RosterField.EXAM_NUMBER, ""));
        if (number.isEmpty()) {
            return;
        }
        values.put(RosterField.EXAM_NUMBER, number);
        if (!isRight(RosterField.EXAM_NUMBER, number)) {
            fault(RosterColumn.EXAM_NUMBER, Reason.EXAM_NUMBER_FORM, number);
        } else if (!exams.add(number)) {
            fault(RosterColumn.EXAM_NUMBER, Reason.EXAM_NUMBER_TWICE, number);
        }
    }

    private void cohort(Map<RosterField, String> values) {
        var typed = values.get(RosterField.COHORT);
        if (typed == null) {
            return;
        }
        var year = COHORT.matcher(RosterValues.narrow(typed));
        if (year.matches()) {
            values.put(RosterField.COHORT, year.group(1));
        } else {
            fault(RosterColumn.COHORT, Reason.COHORT_FORM, typed);
        }
    }

    private void word(Map<RosterField, String> values, RosterColumn column, Map<String, String> words, Reason reason) {
        var typed = values.get(column.field());
        if (typed == null) {
            return;
        }
        var word = words.get(RosterValues.word(typed));
        if (word == null) {
            fault(column, reason, typed);
        } else {
            values.put(column.field(), word);
        }
    }

    private void known(Map<RosterField, String> values, RosterColumn column, Set<String> words, Reason reason) {
        var typed = values.get(column.field());
        if (typed != null && !words.contains(RosterValues.narrow(typed))) {
            fault(column, reason, typed);
        }
    }

    private void contact(Map<RosterField, String> values, RosterColumn column, Reason reason) {
        var typed = values.get(column.field());
        if (typed == null) {
            return;
        }
        var value = RosterValues.narrow(typed);
        if (column == RosterColumn.PHONE) {
            value = value.replaceFirst("^\\+?86(?=1\\d{10}$)", "").replaceAll("(?<=\\d)-(?=\\d)", "");
        }
        if (isRight(column.field(), value)) {
            values.put(column.field(), value);
        } else {
            fault(column, reason, column == RosterColumn.PHONE ? Mask.phone(value) : Mask.email(value));
        }
    }

    /** What no rule above looked at fits its place in the roster. */
    private void lengths(Map<RosterField, String> values) {
        for (var column : present) {
            var value = column.isKept() ? values.get(column.field()) : null;
            boolean judged = ofRow.stream().anyMatch(fault -> fault.column() == column);
            if (value != null && !judged && column != RosterColumn.NAME && !isRight(column.field(), value)) {
                fault(column, Reason.TOO_LONG, value);
            }
        }
    }

    private static boolean isRight(RosterField field, String value) {
        try {
            Roster.ensureRight(field, value);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private void fault(RosterColumn column, Reason reason, String shown) {
        var some = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
        ofRow.add(new RosterFault(row.number(), column, reason, some));
    }
}
