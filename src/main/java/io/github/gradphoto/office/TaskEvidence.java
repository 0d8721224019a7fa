package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Evidence for staff: seen only with an open task that decides on it, and each view is on record. */
@OfficePage
class TaskEvidence {

    private static final Map<EvidencePurpose, Set<Step>> NEEDED_FOR = new EnumMap<>(Map.of(
            EvidencePurpose.ELIGIBILITY, Set.of(Step.DECIDE_ELIGIBILITY, Step.REVIEW_ELIGIBILITY),
            EvidencePurpose.DISPUTE, Set.of(Step.RESOLVE_DISPUTE),
            EvidencePurpose.TRANSFER, Set.of(Step.CONFIRM_PAYMENT),
            EvidencePurpose.REVERIFICATION, Set.of(Step.DECIDE_REVERIFICATION),
            EvidencePurpose.PROXY_LETTER, Set.of(Step.HAND_OVER_CERTIFICATE)));

    private final OfficeTasks tasks;
    private final Applications applications;
    private final EvidenceFile file;

    TaskEvidence(OfficeTasks tasks, Applications applications, EvidenceFile file) {
        this.tasks = tasks;
        this.applications = applications;
        this.file = file;
    }

    @GetMapping("/office/tasks/{taskId}/evidence/{id}")
    ResponseEntity<byte[]> show(@PathVariable String taskId, @PathVariable long id, Principal user) {
        var task = tasks.open(taskId);
        var evidence = file.find(applications.byNumber(task.number()).id(), id);
        if (!NEEDED_FOR.get(evidence.purpose()).contains(task.step())) {
            throw Refusal.notFound("noPhoto");
        }
        return Privately.show(file.show(evidence, user.getName(), task.step().name()), MediaType.IMAGE_JPEG);
    }
}
