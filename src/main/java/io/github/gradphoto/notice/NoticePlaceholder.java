package io.github.gradphoto.notice;

import java.util.Arrays;
import java.util.Optional;

/** What a text of a notice may leave open, written {@code {姓名}} or {@code {name}}. */
public enum NoticePlaceholder {
    NAME("姓名", "name", true, false),
    STEP("未完成事项", "step", true, false),
    CLASS("班级", "class", false, true),
    COUNT("人数", "count", false, true),
    TITLE("通知标题", "title", true, true),
    NUMBER("文号", "number", true, true),
    SCHOOL("学校", "school", true, true),
    CLOSES("截止时间", "closes", true, true),
    DAYS("剩余天数", "days", true, true),
    LINK("办理地址", "link", true, true),
    CONTACT("咨询方式", "contact", true, true);

    private final String chinese;
    private final String english;
    private final boolean students;
    private final boolean staff;

    NoticePlaceholder(String chinese, String english, boolean students, boolean staff) {
        this.chinese = chinese;
        this.english = english;
        this.students = students;
        this.staff = staff;
    }

    static Optional<NoticePlaceholder> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.chinese.equals(name) || one.english.equals(name))
                .findFirst();
    }

    /** As it is typed, in the language of a text. */
    public String written(String language) {
        return "{" + ("en".equals(language) ? english : chinese) + "}";
    }

    boolean isForStudents() {
        return students;
    }

    boolean isForStaff() {
        return staff;
    }
}
