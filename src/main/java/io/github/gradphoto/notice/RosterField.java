package io.github.gradphoto.notice;

/** What of a roster row the office can correct. */
public enum RosterField {
    NAME(true),
    STUDENT_NUMBER(true),
    GENDER(true),
    ID_TYPE(true),
    ID_NUMBER(true),
    MAJOR(true),
    DEPARTMENT(true),
    LEVEL(true),
    SCHOOL(true),
    CAMPUS(true),
    CLASS_CODE(false),
    CLASS_NAME(false),
    RECORD_STATUS(false),
    EMAIL(false),
    PHONE(false),
    /** 学信网有无学历照片: YES, NO, or empty where nobody knows */
    PHOTO_REGISTERED(false),
    EXAM_NUMBER(false),
    /** 年级, four digits */
    COHORT(false),
    ADMISSION_TYPE(false),
    /** an account of staff */
    CLASS_TEACHER(false),
    /** YES or NO */
    FEE_EXEMPT(false);

    private final boolean confirmed;

    RosterField(boolean confirmed) {
        this.confirmed = confirmed;
    }

    /** Whether the student confirms it in 信息核对. */
    public boolean isConfirmedByStudent() {
        return confirmed;
    }
}
