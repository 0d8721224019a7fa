package io.github.gradphoto.identity;

/** Groups of staff; each sees the tasks that the diagrams give it, and nothing else. */
public enum StaffGroup {
    REVIEWER("reviewer"),
    HEAD_REVIEWER("head-reviewer"),
    /** 教务处 */
    REGISTRAR("registrar"),
    BURSAR("bursar"),
    MAILROOM("mailroom"),
    CERTIFICATE_DESK("certificate-desk"),
    CLASS_TEACHER("class-teacher"),
    DEAN("dean"),
    /** The engine's own administrators, who see Cockpit and Admin. */
    ADMINISTRATOR("camunda-admin");

    private final String id;

    StaffGroup(String id) {
        this.id = id;
    }

    /** As the diagrams name it. */
    public String id() {
        return id;
    }

    /** The authority that a member has after sign-in. */
    public String authority() {
        return "GROUP_" + id;
    }
}
