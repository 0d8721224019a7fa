package io.github.gradphoto.notice;

/** One student as the college's roster names them. Texts are trimmed; an absent value is null. */
public record RosterRow(
        String studentNumber,
        String examNumber,
        String name,
        String gender,
        String idType,
        String idNumber,
        String schoolName,
        String campus,
        String department,
        String major,
        String classCode,
        String className,
        String classTeacher,
        int cohort,
        String level,
        String admissionType,
        String recordStatus,
        Boolean photoRegistered,
        boolean feeExempt,
        String email,
        String phone) {

    /** The usual type, 居民身份证, whose numbers GB 11643 lets us check. */
    public static final String RESIDENT_ID = "居民身份证";

    public RosterRow {
        if (studentNumber == null || !studentNumber.matches("[0-9A-Za-z]{1,16}")) {
            throw new IllegalArgumentException("A student number has 1 to 16 letters and digits.");
        }
        if (name == null || name.isBlank() || name.codePointCount(0, name.length()) > 40) {
            throw new IllegalArgumentException("A name has 1 to 40 characters.");
        }
        if (RESIDENT_ID.equals(idType) && !ResidentId.isValid(idNumber)) {
            throw new IllegalArgumentException("The resident ID number is not valid by GB 11643.");
        }
    }
}
