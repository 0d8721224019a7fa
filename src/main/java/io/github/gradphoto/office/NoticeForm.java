package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.FeeTerms;
import io.github.gradphoto.notice.FollowUp;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeDraft;
import io.github.gradphoto.notice.PrintTerms;
import io.github.gradphoto.notice.PrintWhen;
import io.github.gradphoto.payment.Yuan;
import io.github.gradphoto.prints.SheetLayout;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What the office typed about a notice, read field by field: every field that is wrong is named with a reason, and what was
 * typed is shown again as it was typed.
 */
class NoticeForm {

    /** Why a field is wrong: a key under {@code notice.error.}, and what the sentence needs. */
    record Fault(String key, List<Object> arguments) {}

    private static final int LONGEST_DAYS = 366;
    private static final int MOST_FEE_CENTS = 1_000_00;
    private static final int MOST_REMINDERS = 10;

    private final MultiValueMap<String, String> typed;
    private final LocalDate today;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    NoticeForm(MultiValueMap<String, String> typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    /** The settings of a notice, to be changed. */
    static NoticeForm of(NoticeDraft draft, LocalDate today) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("documentNumber", draft.documentNumber());
        fields.add("round", String.valueOf(draft.round()));
        fields.add("title", draft.title());
        fields.add("schoolName", draft.schoolName());
        fields.add("cohort", String.valueOf(draft.cohort()));
        fields.add("admissionType", draft.admissionType());
        fields.add(
                "opensOn", LocalDate.ofInstant(draft.opensAt(), Deadlines.ZONE).toString());
        fields.add(
                "closesOn",
                LocalDate.ofInstant(draft.closesAt(), Deadlines.ZONE).toString());
        fields.add("contact", draft.contact());
        draft.collectionTypes().forEach(type -> fields.add("collectionTypes", type.name()));
        draft.backgrounds().forEach(background -> fields.add("backgrounds", background.name()));
        var fees = draft.fees();
        fields.add("feeIndividual", Yuan.text(fees.individualCents()));
        fields.add("feeCentral", Yuan.text(fees.centralCents()));
        fields.add("feeReprint", Yuan.text(fees.reprintCents()));
        fields.add("basis", fees.basis());
        fields.add("payee", fees.payee());
        fields.add("refundRule", fees.refundRule());
        fields.add("counterPlace", fees.counterPlace());
        fields.add("transferAccount", fees.transferAccount());
        fields.add("orderDays", String.valueOf(fees.orderDays()));
        if (fees.fourEyes()) {
            fields.add("fourEyes", "true");
        }
        fields.add("pickupPlace", draft.pickupPlace());
        fields.add("attemptLimit", String.valueOf(draft.attemptLimit()));
        fields.add("reviewWorkingDays", String.valueOf(draft.reviewWorkingDays()));
        fields.add("correctionDays", String.valueOf(draft.correctionDays()));
        fields.add("printWhen", draft.printWhen().name());
        fields.add("paper", draft.prints().paper());
        fields.add("widthMm", draft.prints().widthMm().stripTrailingZeros().toPlainString());
        fields.add("heightMm", draft.prints().heightMm().stripTrailingZeros().toPlainString());
        fields.add("printCount", String.valueOf(draft.prints().count()));
        fields.add("reminderDays", draft.followUp().reminderDays());
        fields.add("teacherDays", String.valueOf(draft.followUp().teacherDays()));
        fields.add("officeDays", String.valueOf(draft.followUp().officeDays()));
        return new NoticeForm(fields, today);
    }

    /** A first notice: what most colleges begin with. */
    static NoticeForm blank(LocalDate today) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("round", "1");
        fields.add("cohort", String.valueOf(today.getYear() - 3));
        fields.add("collectionTypes", CollectionType.INDIVIDUAL.name());
        fields.addAll("backgrounds", List.of(Background.WHITE.name(), Background.LIGHT_BLUE.name()));
        fields.add("orderDays", "7");
        fields.add("fourEyes", "true");
        fields.add("attemptLimit", "3");
        fields.add("reviewWorkingDays", "2");
        fields.add("correctionDays", "3");
        fields.add("printWhen", PrintWhen.AFTER_REGISTRATION.name());
        fields.add("paper", "A5");
        fields.add("widthMm", "33");
        fields.add("heightMm", "48");
        fields.add("printCount", "8");
        fields.add("reminderDays", FollowUp.USUAL.reminderDays());
        fields.add("teacherDays", String.valueOf(FollowUp.USUAL.teacherDays()));
        fields.add("officeDays", String.valueOf(FollowUp.USUAL.officeDays()));
        return new NoticeForm(fields, today);
    }

    /** What was typed, for the page. */
    public String value(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    public boolean isChosen(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    Map<String, Fault> faults() {
        return faults;
    }

    /**
     * @param round the round of a later round's draft, which is not the office's to change; null where it is typed
     * @return the draft, or null where a field is wrong
     */
    NoticeDraft read(Notice laterRound) {
        var number = text("documentNumber", 60);
        int round = laterRound == null ? whole("round", 1, 99) : laterRound.round();
        var title = text("title", 200);
        var school = text("schoolName", 100);
        int cohort = laterRound == null ? whole("cohort", 2000, 2100) : laterRound.cohort();
        var admission = laterRound == null ? text("admissionType", 40) : laterRound.admissionType();
        var opens = day("opensOn");
        var closes = day("closesOn");
        ensureDays(opens, closes);
        var contact = text("contact", 200);
        var types = choices("collectionTypes", CollectionType.class);
        var backgrounds = choices("backgrounds", Background.class);
        var fees = fees();
        var pickup = text("pickupPlace", 200);
        int attempts = whole("attemptLimit", 1, 20);
        int review = whole("reviewWorkingDays", 1, 30);
        int correction = whole("correctionDays", 1, 30);
        var when = choices("printWhen", PrintWhen.class);
        var prints = prints();
        var followUp = followUp();
        if (!faults.isEmpty()) {
            return null;
        }
        return new NoticeDraft(
                number,
                round,
                title,
                school,
                cohort,
                admission,
                opens.atStartOfDay(Deadlines.ZONE).toInstant(),
                Deadlines.endOf(closes),
                contact,
                types,
                backgrounds,
                fees,
                pickup,
                attempts,
                review,
                correction,
                when.get(0),
                prints,
                followUp);
    }

    private void ensureDays(LocalDate opens, LocalDate closes) {
        if (closes != null && closes.isBefore(today)) {
            fault("closesOn", "closePast");
        } else if (opens != null && closes != null && closes.isBefore(opens)) {
            fault("closesOn", "closeBeforeOpen");
        } else if (opens != null && closes != null && closes.isAfter(opens.plusDays(LONGEST_DAYS))) {
            fault("closesOn", "tooLong", LONGEST_DAYS);
        }
    }

    private FeeTerms fees() {
        return new FeeTerms(
                cents("feeIndividual"),
                cents("feeCentral"),
                cents("feeReprint"),
                text("basis", 200),
                text("payee", 200),
                text("refundRule", 400),
                text("counterPlace", 200),
                text("transferAccount", 200),
                whole("orderDays", 1, 60),
                isChosen("fourEyes", "true"));
    }

    private PrintTerms prints() {
        var paper = text("paper", 10);
        var width = millimetres("widthMm");
        var height = millimetres("heightMm");
        int count = whole("printCount", 1, 40);
        if (width != null && height != null && !faults.containsKey("paper") && !faults.containsKey("printCount")) {
            try {
                new SheetLayout(paper, width.doubleValue(), height.doubleValue(), count);
            } catch (IllegalArgumentException doesNotFit) {
                fault("printCount", "printsDoNotFit");
            }
        }
        return new PrintTerms(paper, width, height, count);
    }

    private FollowUp followUp() {
        var days = value("reminderDays").strip().replaceAll("[，、;；,\\s]+", ",");
        if (!days.matches("(\\d{1,2}(,\\d{1,2})*)?") || days.split(",").length > MOST_REMINDERS) {
            fault("reminderDays", "reminderDays", MOST_REMINDERS);
            days = "";
        }
        var sorted = days.isEmpty()
                ? ""
                : Arrays.stream(days.split(","))
                        .map(Integer::valueOf)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
        int teachers = whole("teacherDays", 0, 90);
        int office = whole("officeDays", 0, 90);
        if (office > teachers && !faults.containsKey("teacherDays") && !faults.containsKey("officeDays")) {
            fault("officeDays", "officeBeforeTeachers");
        }
        return new FollowUp(sorted, teachers, office);
    }

    private String text(String field, int longest) {
        var text = value(field).strip();
        if (text.isEmpty()) {
            fault(field, "empty");
        } else if (text.length() > longest) {
            fault(field, "long", longest);
        } else if (text.codePoints().anyMatch(Character::isISOControl)) {
            fault(field, "control");
        }
        return text;
    }

    private int whole(String field, int least, int most) {
        var text = value(field).strip();
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            fault(field, "number", String.valueOf(least), String.valueOf(most));
        }
        return number;
    }

    private int cents(String field) {
        var text = value(field).strip();
        if (text.matches("0+(\\.0{1,2})?")) {
            return 0;
        }
        var cents = Yuan.cents(text);
        if (cents.isEmpty() || cents.getAsInt() > MOST_FEE_CENTS) {
            fault(field, "money", String.valueOf(MOST_FEE_CENTS / 100));
        }
        return cents.orElse(0);
    }

    private BigDecimal millimetres(String field) {
        var text = value(field).strip();
        if (text.matches("\\d{1,3}(\\.\\d)?")) {
            var length = new BigDecimal(text);
            if (length.compareTo(BigDecimal.TEN) >= 0 && length.compareTo(BigDecimal.valueOf(150)) <= 0) {
                return length;
            }
        }
        fault(field, "number", "10", "150");
        return null;
    }

    private LocalDate day(String field) {
        try {
            var day = LocalDate.parse(value(field).strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // said below
        }
        fault(field, "day");
        return null;
    }

    private <E extends Enum<E>> List<E> choices(String field, Class<E> type) {
        var chosen = typed.getOrDefault(field, List.of());
        var known = Arrays.stream(type.getEnumConstants())
                .filter(value -> chosen.contains(value.name()))
                .toList();
        if (known.isEmpty() || known.size() != chosen.stream().distinct().count()) {
            fault(field, "choice");
        }
        return known;
    }

    void fault(String field, String key, Object... arguments) {
        faults.putIfAbsent(field, new Fault(key, List.of(arguments)));
    }
}
