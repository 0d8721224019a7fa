package io.github.gradphoto.process;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type. These are all there are: ids and the facts that gateways ask for. Names, numbers of
 * persons, pictures and reasons stay in our own tables.
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    /** Declared first: every variable below enters its name. */
    private static final Set<String> NAMES = new HashSet<>();

    public static final ProcessVariable<String> APPLICATION_NUMBER = text("applicationNumber");
    public static final ProcessVariable<String> CLASS_CODE = text("classCode");
    public static final ProcessVariable<Integer> ATTEMPT = new ProcessVariable<>("attempt", Integer.class);
    public static final ProcessVariable<String> ELIGIBILITY = text("eligibility");
    public static final ProcessVariable<String> ELIGIBILITY_REVIEW = text("eligibilityReview");
    public static final ProcessVariable<String> CODE_VERDICT = text("codeVerdict");
    public static final ProcessVariable<String> MANUAL_ENTRY = text("manualEntry");
    public static final ProcessVariable<String> DETAILS_VERDICT = text("detailsVerdict");
    public static final ProcessVariable<Boolean> FEE_DUE = flag("feeDue");
    public static final ProcessVariable<String> PAYMENT_RESULT = text("paymentResult");
    public static final ProcessVariable<String> PHOTO_VERDICT = text("photoVerdict");
    public static final ProcessVariable<Boolean> DELIVERY_NEEDED = flag("deliveryNeeded");
    public static final ProcessVariable<String> REVIEW_DECISION = text("reviewDecision");
    public static final ProcessVariable<Boolean> ATTEMPTS_LEFT = flag("attemptsLeft");
    public static final ProcessVariable<Boolean> PRINTS_DUE = flag("printsDue");
    public static final ProcessVariable<Boolean> RELEASABLE = flag("releasable");
    public static final ProcessVariable<String> DELIVERY_RESULT = text("deliveryResult");
    public static final ProcessVariable<String> COMPARISON_RESULT = text("comparisonResult");
    public static final ProcessVariable<String> REGISTRATION_RESULT = text("registrationResult");
    public static final ProcessVariable<String> REVERIFICATION_DECISION = text("reverificationDecision");
    public static final ProcessVariable<String> GRADUATION = text("graduation");
    public static final ProcessVariable<Boolean> POSTAL = flag("postal");
    public static final ProcessVariable<Boolean> PARCEL_RECEIVED = flag("parcelReceived");
    public static final ProcessVariable<String> PARCEL_DECISION = text("parcelDecision");
    public static final ProcessVariable<Boolean> REPRINT_FEE_DUE = flag("reprintFeeDue");
    public static final ProcessVariable<Boolean> REPRINT_PAID = flag("reprintPaid");
    public static final ProcessVariable<String> PRINT_STATE = text("printState");
    public static final ProcessVariable<String> LATE_DECISION = text("lateDecision");
    public static final ProcessVariable<String> LATE_STATE = text("lateState");
    /** Asked for by cases that began with an older diagram. */
    public static final ProcessVariable<Boolean> PHOTO_MISSING = flag("photoMissing");

    public static final ProcessVariable<Boolean> REFUND_DUE = flag("refundDue");
    public static final ProcessVariable<Boolean> FOUR_EYES = flag("fourEyes");
    public static final ProcessVariable<String> REFUND_DECISION = text("refundDecision");
    public static final ProcessVariable<Long> REFUND_ID = new ProcessVariable<>("refundId", Long.class);
    public static final ProcessVariable<Long> PAYMENT_ID = new ProcessVariable<>("paymentId", Long.class);
    public static final ProcessVariable<String> CLAIM_DECISION = text("claimDecision");
    public static final ProcessVariable<Long> MESSAGE_ID = new ProcessVariable<>("messageId", Long.class);
    public static final ProcessVariable<Boolean> HELD_BACK = flag("heldBack");
    public static final ProcessVariable<Boolean> URGENT = flag("urgent");
    public static final ProcessVariable<Long> NOTICE_ID = new ProcessVariable<>("noticeId", Long.class);
    public static final ProcessVariable<String> TOLD_UP_TO = text("toldUpTo");
    public static final ProcessVariable<Boolean> ALL_TOLD = flag("allTold");
    public static final ProcessVariable<String> SIGNATURE = text("signature");
    public static final ProcessVariable<String> RESUBMISSION = text("resubmission");
    public static final ProcessVariable<Boolean> ALL_INVITED = flag("allInvited");
    public static final ProcessVariable<String> CALENDAR_ENTRY = text("calendarEntry");
    public static final ProcessVariable<Boolean> ALL_MOVED = flag("allMoved");
    public static final ProcessVariable<String> BULK_RESULT = text("bulkResult");
    public static final ProcessVariable<Boolean> NEXT_ROUND_WANTED = flag("nextRoundWanted");
    public static final ProcessVariable<Long> LOOKED_UP_TO = new ProcessVariable<>("lookedUpTo", Long.class);
    public static final ProcessVariable<Boolean> CREDITS_RETURNED = flag("creditsReturned");
    public static final ProcessVariable<Boolean> COHORT_MADE = flag("cohortMade");
    public static final ProcessVariable<Boolean> CASES_DRIVEN = flag("casesDriven");
    public static final ProcessVariable<Boolean> REHEARSAL_GONE = flag("rehearsalGone");

    public static final ProcessVariable<Long> IMPORT_ID = new ProcessVariable<>("importId", Long.class);
    public static final ProcessVariable<Boolean> ALL_TAKEN_IN = flag("allTakenIn");

    public static final ProcessVariable<Long> RUN_ID = new ProcessVariable<>("runId", Long.class);
    public static final ProcessVariable<Boolean> RUN_DONE = flag("runDone");
    public static final ProcessVariable<Boolean> ALL_DELETED = flag("allDeleted");

    public ProcessVariable {
        NAMES.add(name);
    }

    /** Whether the name belongs to the process, so that no form may send it. */
    public static boolean isReserved(String name) {
        return NAMES.contains(name);
    }

    private static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    private static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    public T get(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
