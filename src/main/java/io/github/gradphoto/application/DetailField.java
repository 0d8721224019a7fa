package io.github.gradphoto.application;

import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;

/** The fields of 信息核对 that come from the roster and can be disputed one by one. */
public enum DetailField {
    NAME,
    STUDENT_NUMBER,
    GENDER,
    ID_TYPE,
    ID_NUMBER,
    MAJOR,
    LEVEL,
    SCHOOL,
    CAMPUS;

    /** What the roster says; the ID number whole. */
    public String of(Student student) {
        return switch (this) {
            case NAME -> student.name();
            case STUDENT_NUMBER -> student.studentNumber();
            case GENDER -> student.gender();
            case ID_TYPE -> student.idType();
            case ID_NUMBER -> student.idNumber();
            case MAJOR -> student.major();
            case LEVEL -> student.level();
            case SCHOOL -> student.schoolName();
            case CAMPUS -> student.campus();
        };
    }

    RosterField inRoster() {
        return RosterField.valueOf(name());
    }
}
