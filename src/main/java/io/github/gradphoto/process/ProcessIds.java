package io.github.gradphoto.process;

import io.github.gradphoto.application.Step;
import java.util.List;
import java.util.Locale;

/** Ids of the diagrams that the code speaks of. */
public final class ProcessIds {

    public static final String GRADUATE_PHOTO = "graduatePhoto";
    public static final String COLLECTION_NOTICE = "collectionNotice";
    public static final String REHEARSAL = "rehearsal";
    public static final String PHOTO_REFUND = "photoRefund";
    public static final String UNMATCHED_PAYMENT = "unmatchedPayment";
    public static final String SEND_MESSAGE = "sendMessage";
    public static final String ROSTER_IMPORT = "rosterImport";
    public static final String REGISTRATION_RUN = "registrationRun";
    public static final String RETENTION = "retention";
    public static final String INCIDENT_DIGEST = "incidentDigest";
    public static final String DELIVER_MESSAGE = "deliverMessage";

    /** The diagrams that an application goes through; the first is the whole, the others are called by it. */
    public static final List<String> OF_APPLICATION = List.of(
            GRADUATE_PHOTO,
            "photoPayment",
            "photoRegistration",
            "reverification",
            "photoPrints",
            "photoReprint",
            PHOTO_REFUND);

    /** Diagrams in which staff have something to do, in the order of a case. */
    public static final List<String> WITH_STAFF_TASKS = List.of(
            GRADUATE_PHOTO,
            "photoPayment",
            UNMATCHED_PAYMENT,
            PHOTO_REFUND,
            "photoRegistration",
            "reverification",
            "photoPrints",
            COLLECTION_NOTICE);

    private ProcessIds() {}

    /** The business key of everything that is about a notice and no case. */
    static String ofNotice(long noticeId) {
        return "notice-" + noticeId;
    }

    /** UPLOAD_CODE → uploadCode: a step is named as its user task. */
    static String taskKey(Step step) {
        var words = step.name().toLowerCase(Locale.ROOT).split("_");
        var key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return key.toString();
    }

    /** uploadCode → UPLOAD_CODE */
    public static Step step(String taskKey) {
        return Step.valueOf(stepName(taskKey));
    }

    /** The same, also for tasks that are no step of a case. */
    public static String stepName(String taskKey) {
        return taskKey.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
