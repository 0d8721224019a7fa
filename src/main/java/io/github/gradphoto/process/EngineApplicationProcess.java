package io.github.gradphoto.process;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Phase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.refusal.Refusal;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves an application's process: starts it, completes the student's tasks, correlates messages. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineApplicationProcess implements ApplicationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CasePositions positions;
    private final ObjectProvider<Applications> applications;

    EngineApplicationProcess(
            RuntimeService runtime,
            TaskService tasks,
            CasePositions positions,
            ObjectProvider<Applications> applications) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.positions = positions;
        this.applications = applications;
    }

    @Override
    public void start(String number, String classCode) {
        runtime.createProcessInstanceByKey(ProcessIds.GRADUATE_PHOTO)
                .businessKey(number)
                .setVariable(ProcessVariable.APPLICATION_NUMBER.name(), number)
                .setVariable(ProcessVariable.CLASS_CODE.name(), classCode)
                .setVariable(ProcessVariable.ATTEMPT.name(), 0)
                .setVariable(ProcessVariable.PRINTS_DUE.name(), false)
                .execute();
    }

    @Override
    public void codeUploaded(String number) {
        complete(number, isOpen(number, Step.SUPPLY_CODE) ? Step.SUPPLY_CODE : Step.UPLOAD_CODE);
    }

    @Override
    public void detailsAnswered(String number, boolean right) {
        complete(number, Step.CONFIRM_DETAILS, ProcessVariable.DETAILS_VERDICT, right ? "CONFIRMED" : "DISPUTED");
    }

    @Override
    public void paymentChosen(String number) {
        complete(number, Step.PAY);
    }

    @Override
    public boolean paymentReceived(String number) {
        return correlate(number, "paymentReceived");
    }

    @Override
    public void photoUploaded(String number) {
        complete(number, Step.UPLOAD_PHOTO);
    }

    @Override
    public void deliveryGiven(String number) {
        complete(number, Step.GIVE_DELIVERY);
    }

    @Override
    public void evidenceProvided(String number) {
        complete(number, Step.PROVIDE_EVIDENCE);
    }

    @Override
    public void confirmedAtRegistry(String number) {
        complete(number, Step.CONFIRM_AT_REGISTRY);
    }

    @Override
    public void receiptAnswered(String number, boolean received) {
        complete(number, Step.CONFIRM_RECEIPT, ProcessVariable.PARCEL_RECEIVED, received);
    }

    @Override
    public boolean approvalRecalled(String number) {
        return correlate(number, "approvalRecalled");
    }

    /** By modification: a slip of a minute is no step of the notice, so the diagram does not show it. */
    @Override
    public boolean reviewUndone(String number, Step opened, Step back) {
        var waiting = find(number, opened).stream()
                .filter(task -> task.getAssignee() == null)
                .findFirst();
        waiting.ifPresent(task -> runtime.createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity(ProcessIds.taskKey(back))
                .cancelAllForActivity(ProcessIds.taskKey(opened))
                .execute());
        return waiting.isPresent();
    }

    @Override
    public boolean printsVoided(String number) {
        return correlate(number, "printsVoided");
    }

    @Override
    public boolean parcelDelivered(String number) {
        return correlate(number, "parcelDelivered");
    }

    @Override
    public boolean parcelTroubled(String number) {
        return correlate(number, "parcelTroubled");
    }

    @Override
    public boolean reprintAsked(String number) {
        return correlate(number, "reprintAsked");
    }

    @Override
    public boolean graduationListed(String number) {
        return correlate(number, "graduationListed");
    }

    @Override
    public boolean graduationRevised(String number, String classCode) {
        boolean revived = positions.hasEndedAt(number, "noCertificate")
                && openSteps(number).stream().noneMatch(open -> open.step().phase() == Phase.CERTIFICATE);
        if (revived) {
            runtime.createMessageCorrelation("graduationRevised")
                    .processInstanceBusinessKey(number)
                    .setVariable(ProcessVariable.APPLICATION_NUMBER.name(), number)
                    .setVariable(ProcessVariable.CLASS_CODE.name(), classCode)
                    .setVariable(ProcessVariable.ATTEMPT.name(), 0)
                    .setVariable(ProcessVariable.PRINTS_DUE.name(), false)
                    .correlateStartMessage();
        }
        return revived;
    }

    @Override
    public void withdrawn(String number) {
        if (!correlate(number, "applicationWithdrawn")) {
            throw Refusal.conflict("applicationEnded");
        }
    }

    @Override
    public boolean detailsCorrected(String number) {
        return isOpen(number, Step.RECONFIRM_DETAILS) || correlate(number, "detailsCorrected");
    }

    @Override
    public void detailsReconfirmed(String number) {
        complete(number, Step.RECONFIRM_DETAILS);
    }

    @Override
    public void classChanged(String number, String classCode) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(instance ->
                        runtime.setVariable(instance.getId(), ProcessVariable.CLASS_CODE.name(), classCode));
        // Cards show copies.
        tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .filter(task -> tasks.getVariablesLocal(task.getId()).containsKey(ProcessVariable.CLASS_CODE.name()))
                .forEach(task -> tasks.setVariableLocal(task.getId(), ProcessVariable.CLASS_CODE.name(), classCode));
    }

    @Override
    public boolean noticeClosed(String number) {
        return correlate(number, "noticeClosed");
    }

    @Override
    public void extensionAsked(String number) {
        if (!correlate(number, "noticeClosed")) {
            throw Refusal.conflict("stepNotOpen");
        }
    }

    @Override
    public void deadlineGranted(String number) {
        boolean watched = isOpen(number, Step.DECIDE_LATE_CASE)
                || runtime.createExecutionQuery()
                                .processInstanceBusinessKey(number)
                                .activityId("extensionOver")
                                .count()
                        > 0;
        if (!watched) {
            correlate(number, "noticeClosed");
        }
    }

    @Override
    public void recordCorrected(String number) {
        if (!isOpen(number, Step.DECIDE_ELIGIBILITY) && !isOpen(number, Step.REVIEW_ELIGIBILITY)) {
            correlate(number, "recordCorrected");
        }
    }

    @Override
    public void deadlineMoved(String number) {
        var due = Date.from(applications.getObject().byNumber(number).closesAt());
        tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .filter(task -> ProcessIds.step(task.getTaskDefinitionKey()).isStudents())
                .forEach(task -> {
                    task.setDueDate(due);
                    tasks.saveTask(task);
                });
    }

    @Override
    public void completedAtDesk(String number, Step step) {
        find(number, step).forEach(task -> tasks.complete(task.getId()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOpen(String number, Step step) {
        return !find(number, step).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenStep> openSteps(String number) {
        return positions.openSteps(List.of(number)).getOrDefault(number, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<OpenStep>> openSteps(Collection<String> numbers) {
        return positions.openSteps(numbers);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Position> positions(String number) {
        return positions.of(number);
    }

    private void complete(String number, Step step) {
        tasks.complete(theOne(number, step));
    }

    private <T> void complete(String number, Step step, ProcessVariable<T> fact, T value) {
        tasks.complete(theOne(number, step), Map.of(fact.name(), value));
    }

    private String theOne(String number, Step step) {
        return find(number, step).stream()
                .findFirst()
                .map(Task::getId)
                .orElseThrow(() -> Refusal.conflict("stepNotOpen"));
    }

    private List<Task> find(String number, Step step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(ProcessIds.taskKey(step))
                .list();
    }

    /** @return whether the process waited for the message */
    private boolean correlate(String number, String message) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult()
                .isEmpty();
    }
}
