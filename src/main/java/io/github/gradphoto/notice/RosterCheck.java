package io.github.gradphoto.notice;

import io.github.gradphoto.refusal.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a corrected value of the roster must look like. */
final class RosterCheck {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[A-Za-z]{2,20}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 40;

    private RosterCheck() {}

    /**
     * @return the value as it is kept, null where it may be empty and is
     * @throws Refusal nameInvalid, studentNumberInvalid, genderInvalid, emailInvalid, phoneInvalid, valueInvalid
     */
    static String checked(RosterField field, String typed) {
        var value = typed.strip();
        switch (field) {
            case NAME ->
                need(!value.isEmpty() && value.codePointCount(0, value.length()) <= LONGEST_NAME, "nameInvalid");
            case STUDENT_NUMBER -> need(value.matches("[0-9A-Za-z]{1,16}"), "studentNumberInvalid");
            case GENDER -> need(value.matches("[男女]"), "genderInvalid");
            case EMAIL -> need(value.isEmpty() || EMAIL.matcher(value).matches(), "emailInvalid");
            case PHONE -> need(value.isEmpty() || MOBILE.matcher(value).matches(), "phoneInvalid");
            case PHOTO_REGISTERED -> need(value.matches("|YES|NO"), "choiceNeeded");
            case FEE_EXEMPT -> need(value.matches("YES|NO"), "choiceNeeded");
            case EXAM_NUMBER -> need(value.matches("|[0-9A-Za-z]{6,20}"), "examNumberInvalid");
            case COHORT -> need(value.matches("20[0-9]{2}"), "cohortInvalid");
            case CAMPUS, RECORD_STATUS, ADMISSION_TYPE, CLASS_TEACHER ->
                need(value.length() <= LONGEST_TEXT, "valueInvalid");
            case LEVEL -> need(!value.isEmpty() && value.length() <= 20, "valueInvalid");
            default -> need(!value.isEmpty() && value.length() <= LONGEST_TEXT, "valueInvalid");
        }
        if (field == RosterField.ID_NUMBER) {
            value = value.toUpperCase(Locale.ROOT);
        }
        return value.isEmpty() ? null : value;
    }

    /** @throws Refusal idNumberInvalid: by GB 11643 for a resident, by its length for others */
    static void idNumber(String type, String number) {
        need(
                RosterRow.RESIDENT_ID.equals(type) ? ResidentId.isValid(number) : number.matches("[0-9A-Z()]{5,20}"),
                "idNumberInvalid");
    }

    private static void need(boolean right, String refusal) {
        if (!right) {
            throw Refusal.invalid(refusal);
        }
    }
}
