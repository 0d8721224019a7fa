package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.certificate.Certificate;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.Proxy;
import java.util.List;
import java.util.Map;

/**
 * What the desk sees of the person before it.
 *
 * @param task        what is due at the desk; null where nothing is
 * @param entry       of the 发证名单, or null
 * @param certificate what the desk has done, or null
 * @param proxy       whom the student sends, or null
 * @param colleagues  who did what is done: display name by username
 */
record DeskCase(
        CaseHead head,
        Application application,
        StaffTask task,
        GraduationList.Entry entry,
        Certificate certificate,
        Proxy proxy,
        List<Missing> missing,
        Map<String, String> colleagues) {

    /** What is not there yet. Only what blocks keeps the certificate back; the rest is done at the desk. */
    enum Missing {
        ENDED(true),
        NOT_REGISTERED(true),
        COMPLETES(true),
        NOT_LISTED(true),
        REGISTRY_UNCONFIRMED(false),
        PRINT_NOT_MADE(false),
        PRINT_NOT_POSTED(false),
        PRINT_UNDER_WAY(false),
        PRINT_IN_TROUBLE(false),
        PRINT_NOT_FETCHED(false);

        private final boolean blocking;

        Missing(boolean blocking) {
            this.blocking = blocking;
        }

        public boolean isBlocking() {
            return blocking;
        }
    }

    /** Whether 图像校对 can be done here and now. */
    public boolean isUnconfirmed() {
        return missing.contains(Missing.REGISTRY_UNCONFIRMED);
    }

    public boolean isCollected() {
        return application.state() == Application.State.COLLECTED;
    }
}
