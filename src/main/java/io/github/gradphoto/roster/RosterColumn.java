package io.github.gradphoto.roster;

import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.tabular.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a column of a college's roster may be, with the headings that it usually has. What the notice has no use for is
 * known, so that nobody wonders, and not kept.
 */
public enum RosterColumn {
    STUDENT_NUMBER(true, RosterField.STUDENT_NUMBER, "学号", "学生学号", "学生编号", "student number", "student no"),
    NAME(true, RosterField.NAME, "姓名", "学生姓名", "name"),
    GENDER(false, RosterField.GENDER, "性别", "gender", "sex"),
    ID_TYPE(false, RosterField.ID_TYPE, "证件类型", "身份证件类型", "id type"),
    ID_NUMBER(
            true,
            RosterField.ID_NUMBER,
            "证件号",
            "证件号码",
            "身份证号",
            "身份证号码",
            "身份证",
            "身份证件号",
            "身份证件号码",
            "公民身份号码",
            "id number"),
    EXAM_NUMBER(false, RosterField.EXAM_NUMBER, "考生号", "高考考生号", "exam number"),
    SCHOOL(false, RosterField.SCHOOL, "院校名称", "学校名称", "学校", "school"),
    CAMPUS(false, RosterField.CAMPUS, "校区", "所在校区", "所在校别", "campus"),
    DEPARTMENT(true, RosterField.DEPARTMENT, "院系", "院系名称", "系部", "系", "学院", "二级学院", "分院", "department"),
    MAJOR(true, RosterField.MAJOR, "专业名称", "专业", "major"),
    CLASS_CODE(false, RosterField.CLASS_CODE, "班级代码", "班级编号", "班号", "class code"),
    CLASS_NAME(true, RosterField.CLASS_NAME, "班级", "班级名称", "行政班", "行政班级", "所在班级", "class"),
    COHORT(true, RosterField.COHORT, "年级", "入学年级", "所在年级", "cohort"),
    LEVEL(true, RosterField.LEVEL, "层次", "学历层次", "培养层次", "学历", "level"),
    RECORD_STATUS(false, RosterField.RECORD_STATUS, "学籍状态", "学籍状况", "record status"),
    ADMISSION_TYPE(false, RosterField.ADMISSION_TYPE, "招生类型", "招生类别", "录取类型", "admission type"),
    PHONE(false, RosterField.PHONE, "手机", "手机号", "手机号码", "联系电话", "移动电话", "电话", "mobile", "phone"),
    EMAIL(false, RosterField.EMAIL, "邮箱", "电子邮箱", "电子邮件", "e-mail", "email"),
    CLASS_TEACHER(false, RosterField.CLASS_TEACHER, "班主任", "班主任姓名", "班主任工号", "班主任账号", "class teacher"),
    PHOTO_REGISTERED(false, RosterField.PHOTO_REGISTERED, "学信网有无学历照片", "有无学历照片", "学历照片", "photo at the registry"),
    FEE_EXEMPT(false, RosterField.FEE_EXEMPT, "是否免缴", "免缴", "是否减免", "fee exempt"),
    /** compared with the ID number, not kept */
    BIRTH_DATE(false, null, "出生日期", "出生年月日", "date of birth"),
    NATION(false, null, "民族"),
    SCHOOL_CODE(false, null, "院校代码", "学校代码"),
    MAJOR_CODE(false, null, "专业代码"),
    DURATION(false, null, "学制"),
    STUDY_FORM(false, null, "学习形式"),
    ADMITTED_ON(false, null, "入学日期", "入学时间"),
    GRADUATES_ON(false, null, "预计毕业日期", "预计毕业时间"),
    COUNSELLOR(false, null, "辅导员"),
    REMARK(false, null, "备注"),
    SERIAL(false, null, "序号");

    private final boolean required;
    private final RosterField field;
    private final List<String> headings;

    RosterColumn(boolean required, RosterField field, String... headings) {
        this.required = required;
        this.field = field;
        this.headings =
                Arrays.stream(headings).map(heading -> Column.plain(heading)).toList();
    }

    public boolean isRequired() {
        return required;
    }

    /** Whether what stands in it becomes part of the roster. */
    public boolean isKept() {
        return field != null;
    }

    RosterField field() {
        return field;
    }

    /** By one of the usual headings; width, spaces and case do not matter. */
    static Optional<RosterColumn> called(String heading) {
        var plain = Column.plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }
}
