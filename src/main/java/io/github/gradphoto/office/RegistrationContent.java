package io.github.gradphoto.office;

import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.registration.EvidenceList;
import io.github.gradphoto.registration.Registrations;
import io.github.gradphoto.registration.Reverifications;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** From the release to what the registry answered. */
@Component
class RegistrationContent implements TaskContent {

    private final Registrations registrations;
    private final Reverifications reverifications;
    private final EvidenceList evidence;

    RegistrationContent(Registrations registrations, Reverifications reverifications, EvidenceList evidence) {
        this.registrations = registrations;
        this.reverifications = reverifications;
        this.evidence = evidence;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(
                Step.RELEASE_PHOTO,
                Step.ENTER_DELIVERY_RESULT,
                Step.ENTER_COMPARISON_RESULT,
                Step.DECIDE_REVERIFICATION,
                Step.ENTER_REVERIFICATION_RESULT);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        model.addAttribute("photo", head.photo());
        model.addAttribute("registration", registrations.latest(task.number()).orElse(null));
        model.addAttribute(
                "reverification", reverifications.latest(task.number()).orElse(null));
        model.addAttribute("evidence", evidence.of(task.number()));
    }
}
