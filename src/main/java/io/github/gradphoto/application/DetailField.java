package io.github.gradphoto.application;

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
    CAMPUS
}
