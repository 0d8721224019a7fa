package io.github.gradphoto.notice;

import java.util.EnumSet;
import java.util.Set;

/** The texts that a notice may word itself. */
public enum NoticeTextKind {
    INVITATION("INVITATION", EnumSet.of(NoticePlaceholder.CLOSES, NoticePlaceholder.LINK), true),
    REMINDER("NOTICE_REMINDER", EnumSet.of(NoticePlaceholder.CLOSES, NoticePlaceholder.LINK), true),
    TEACHERS("TEACHER_ESCALATION", EnumSet.of(NoticePlaceholder.COUNT, NoticePlaceholder.LINK), false),
    OFFICE("OFFICE_ESCALATION", EnumSet.of(NoticePlaceholder.COUNT, NoticePlaceholder.LINK), false);

    private final String usual;
    private final Set<NoticePlaceholder> needed;
    private final boolean students;

    NoticeTextKind(String usual, Set<NoticePlaceholder> needed, boolean students) {
        this.usual = usual;
        this.needed = needed;
        this.students = students;
    }

    /** Key of the usual words in the message bundles. */
    String usual() {
        return "mail." + usual;
    }

    /** What the text is of no use without. */
    public Set<NoticePlaceholder> needed() {
        return EnumSet.copyOf(needed);
    }

    /** Whether it is written to students, in both languages; staff are written to in Chinese. */
    public boolean isForStudents() {
        return students;
    }

    /** Whether the placeholder has a value in this text. */
    public boolean knows(NoticePlaceholder placeholder) {
        return students ? placeholder.isForStudents() : placeholder.isForStaff();
    }
}
