package io.github.gradphoto.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What features tell the process of an application, and what they ask of it. Every call joins the caller's transaction.
 * A call for a step that does not wait now throws {@link io.github.gradphoto.refusal.Refusal} "stepNotOpen" (409).
 */
public interface ApplicationProcess {

    void start(String number, String classCode);

    void codeUploaded(String number);

    void detailsAnswered(String number, boolean right);

    void paymentChosen(String number);

    /** Money arrived by itself; true if the process was waiting for it. */
    boolean paymentReceived(String number);

    void photoUploaded(String number);

    void deliveryGiven(String number);

    void evidenceProvided(String number);

    void confirmedAtRegistry(String number);

    void receiptAnswered(String number, boolean received);

    boolean approvalRecalled(String number);

    /**
     * A reviewer's slip is taken back before anybody acted on it: the case leaves the step that the decision opened and
     * waits at the review again.
     *
     * @return false where the case does not wait at that step, or somebody has claimed it
     */
    boolean reviewUndone(String number, Step opened, Step back);

    boolean printsVoided(String number);

    boolean parcelDelivered(String number);

    boolean parcelTroubled(String number);

    /** The student asks for other prints. False where the case cannot take that up. */
    boolean reprintAsked(String number);

    boolean graduationListed(String number);

    /** A case that ended as 结业 goes on to its certificate. False where it had not ended so, or goes on already. */
    boolean graduationRevised(String number, String classCode);

    void withdrawn(String number);

    /**
     * Details that the student confirmed were corrected: they are asked to confirm them again. False where the case goes by
     * an older diagram, which cannot ask.
     */
    boolean detailsCorrected(String number);

    /** The student confirmed the corrected details. */
    void detailsReconfirmed(String number);

    /** The student belongs to another class now. */
    void classChanged(String number, String classCode);

    /** A case that has no photo in time learns that its notice closed. */
    boolean noticeClosed(String number);

    /** The student asks for more time before the close: the office is asked as if the notice had closed for this case. */
    void extensionAsked(String number);

    /** The case has a deadline of its own: when it is over, it is looked at, as at the close. Can be said twice. */
    void deadlineGranted(String number);

    /** What the roster says of the student's record (学籍) changed: the eligibility is looked at again. */
    void recordCorrected(String number);

    /** Moves due dates and timers of the case to its new deadline. */
    void deadlineMoved(String number);

    /** Ends an open student's step that became needless, because the desk did it. */
    void completedAtDesk(String number, Step step);

    boolean isOpen(String number, Step step);

    List<OpenStep> openSteps(String number);

    Map<String, List<OpenStep>> openSteps(Collection<String> numbers);

    /** Where the token stands and where it has been, by diagram, as ids of the diagram's nodes. */
    Map<String, Position> positions(String number);

    /** @param active nodes that wait now; @param done nodes that were passed */
    record Position(Set<String> active, Set<String> done) {}
}
