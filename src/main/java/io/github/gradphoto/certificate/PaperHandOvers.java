package io.github.gradphoto.certificate;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.refusal.Refusal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * 补录: certificates that were handed over by the printed register while the network was down. Each person goes through the
 * same tasks as at the desk, each task in a transaction of its own, so that what stopped half-way goes on when it is sent
 * again, and who was keyed in before is not keyed in twice.
 */
@Service
public class PaperHandOvers {

    /** What became of one person. */
    public enum Outcome {
        DONE,
        /** handed over before, here or by a colleague */
        ALREADY
    }

    /**
     * What the register says of one person.
     *
     * @param proxy        who signed in the student's place, with a letter that the desk kept; null where the student signed
     * @param printMissing whether the print was not there or not the registered photo, and another had to be made
     * @param signedOn     day of the signature
     */
    public record Signed(String proxy, boolean printMissing, LocalDate signedOn) {}

    private static final Set<Step> DESK =
            EnumSet.of(Step.TAKE_IN_PRINT, Step.PRINT_ON_THE_SPOT, Step.MAKE_CERTIFICATE, Step.HAND_OVER_CERTIFICATE);
    /** A colleague may be at the same person: so often the way is looked at again. */
    private static final int MOST_STEPS = 2 * DESK.size();

    private final StaffTaskDriver tasks;
    private final ApplicationProcess process;
    private final Applications applications;

    PaperHandOvers(StaffTaskDriver tasks, ApplicationProcess process, Applications applications) {
        this.tasks = tasks;
        this.process = process;
        this.applications = applications;
    }

    /**
     * @throws Refusal notAtTheDesk where the case does not wait for the desk; dayInvalid, dayTooEarly; taskOfAnother;
     *     notRecorded where it waits and this person cannot do it, as one who left the group a moment ago
     */
    public Outcome handOver(String number, Signed signed, String by) {
        boolean mine = false;
        for (int i = 0; i < MOST_STEPS && !isCollected(number); i++) {
            var step = stepOf(number);
            if (step.isEmpty()) {
                throw Refusal.conflict("notAtTheDesk");
            }
            mine = did(number, step.get(), fields(step.get(), signed), by) && step.get() == Step.HAND_OVER_CERTIFICATE;
        }
        if (!isCollected(number)) {
            throw Refusal.conflict("notRecorded");
        }
        return mine ? Outcome.DONE : Outcome.ALREADY;
    }

    /** @return false where a colleague was quicker with this step */
    private boolean did(String number, Step step, Map<String, String> fields, String by) {
        try {
            tasks.complete(number, step, by, fields);
            return true;
        } catch (Refusal refusal) {
            if (refusal.key().equals("stepNotOpen") || refusal.key().equals("changedMeanwhile")) {
                return false;
            }
            throw refusal;
        }
    }

    private boolean isCollected(String number) {
        return applications.byNumber(number).state() == Application.State.COLLECTED;
    }

    private Optional<Step> stepOf(String number) {
        return process.openSteps(number).stream()
                .map(OpenStep::step)
                .filter(DESK::contains)
                .findFirst();
    }

    /** Whoever signed was recognised, and brought the print unless the register says otherwise. */
    private static Map<String, String> fields(Step step, Signed signed) {
        var proxy = signed.proxy();
        var fields = new HashMap<String, String>();
        if (step == Step.TAKE_IN_PRINT) {
            fields.put(
                    "print",
                    (signed.printMissing() ? Certificate.PrintState.MISSING : Certificate.PrintState.AT_HAND).name());
        }
        if (step == Step.HAND_OVER_CERTIFICATE) {
            fields.put("identityChecked", "true");
            fields.put("signedOn", signed.signedOn().toString());
            fields.put("receiver", (proxy == null ? Certificate.Receiver.STUDENT : Certificate.Receiver.PROXY).name());
            if (proxy != null) {
                fields.put("proxyName", proxy);
                fields.put("letterChecked", "true");
            }
        }
        return fields;
    }
}
