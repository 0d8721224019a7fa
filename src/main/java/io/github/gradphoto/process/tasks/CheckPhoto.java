package io.github.gradphoto.process.tasks;

import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.Deliveries;
import io.github.gradphoto.process.Decisions;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the decision table about the numbers of the newest photo, and whether an address is still missing. */
@Component("checkPhoto")
class CheckPhoto implements JavaDelegate {

    private final Photos photos;
    private final Deliveries deliveries;
    private final Decisions decisions;

    CheckPhoto(Photos photos, Deliveries deliveries, Decisions decisions) {
        this.photos = photos;
        this.deliveries = deliveries;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        var answer = decisions.photoCompliance(photos.facts(number));
        photos.checked(number, answer);
        ProcessVariable.PHOTO_VERDICT.set(execution, answer.outcome().name());
        ProcessVariable.DELIVERY_NEEDED.set(execution, deliveries.isNeeded(number));
        ProcessVariable.ATTEMPT.set(execution, photos.current(number).attempt());
    }
}
