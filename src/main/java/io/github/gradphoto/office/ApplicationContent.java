package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.evidence.Evidence;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 资格认定, 手动填写, 信息有误: what the roster says, and what the student says. */
@Component
class ApplicationContent implements TaskContent {

    private final Applications applications;
    private final Eligibility eligibility;
    private final CollectionCodes codes;
    private final Details details;
    private final EvidenceFile file;

    ApplicationContent(
            Applications applications,
            Eligibility eligibility,
            CollectionCodes codes,
            Details details,
            EvidenceFile file) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.codes = codes;
        this.details = details;
        this.file = file;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(
                Step.DECIDE_ELIGIBILITY, Step.REVIEW_ELIGIBILITY, Step.APPROVE_MANUAL_ENTRY, Step.RESOLVE_DISPUTE);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        switch (task.step()) {
            case DECIDE_ELIGIBILITY, REVIEW_ELIGIBILITY -> {
                var application = applications.byNumber(task.number());
                model.addAttribute("facts", eligibility.facts(task.number()));
                model.addAttribute("reason", application.eligibilityReason());
                model.addAttribute("asked", application.evidenceAsked());
                model.addAttribute("evidence", eligibility.evidenceOf(task.number()));
            }
            case APPROVE_MANUAL_ENTRY ->
                codes.latest(task.number()).ifPresent(code -> model.addAttribute("reason", code.manualReason()));
            default ->
                details.latest(task.number()).ifPresent(dispute -> {
                    model.addAttribute("dispute", dispute);
                    model.addAttribute("evidence", evidence(task.number()));
                });
        }
    }

    /** The pictures of the disputed fields, by field. */
    private Map<String, List<Evidence>> evidence(String number) {
        return file.of(applications.byNumber(number).id(), EvidencePurpose.DISPUTE).stream()
                .collect(Collectors.groupingBy(Evidence::item));
    }
}
