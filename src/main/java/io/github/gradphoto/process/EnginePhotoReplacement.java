package io.github.gradphoto.process;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.photo.PhotoReplacement;
import io.github.gradphoto.photo.Photos;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The review's task stays where it is, and whose it is; only the photo in it is another. */
@Component
class EnginePhotoReplacement implements PhotoReplacement {

    private final ApplicationProcess process;
    private final Photos photos;
    private final Decisions decisions;
    private final TaskService tasks;
    private final RuntimeService runtime;

    EnginePhotoReplacement(
            ApplicationProcess process, Photos photos, Decisions decisions, TaskService tasks, RuntimeService runtime) {
        this.process = process;
        this.photos = photos;
        this.decisions = decisions;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public boolean isPossible(String number) {
        return process.isOpen(number, Step.REVIEW_PHOTO) || process.isOpen(number, Step.GIVE_DELIVERY);
    }

    @Override
    public PhotoVerdict check(String number) {
        var answer = decisions.photoCompliance(photos.facts(number));
        if (answer.isRefused()) {
            return answer;
        }
        photos.checked(number, answer);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKeyIn(ProcessIds.taskKey(Step.REVIEW_PHOTO), ProcessIds.taskKey(Step.GIVE_DELIVERY))
                .singleResult();
        runtime.setVariable(
                task.getProcessInstanceId(),
                ProcessVariable.ATTEMPT.name(),
                photos.current(number).attempt());
        return answer;
    }
}
