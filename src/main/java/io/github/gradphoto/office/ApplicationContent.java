package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.notice.Student;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 资格认定, 手动填写, 信息有误: what the roster says, and what the student says. */
@Component
class ApplicationContent implements TaskContent {

    private final Applications applications;
    private final Eligibility eligibility;
    private final CollectionCodes codes;
    private final Details details;

    ApplicationContent(Applications applications, Eligibility eligibility, CollectionCodes codes, Details details) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.codes = codes;
        this.details = details;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.DECIDE_ELIGIBILITY, Step.APPROVE_MANUAL_ENTRY, Step.RESOLVE_DISPUTE);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        switch (task.step()) {
            case DECIDE_ELIGIBILITY -> {
                model.addAttribute("facts", eligibility.facts(task.number()));
                model.addAttribute(
                        "reason", applications.byNumber(task.number()).eligibilityReason());
            }
            case APPROVE_MANUAL_ENTRY ->
                codes.latest(task.number()).ifPresent(code -> model.addAttribute("reason", code.manualReason()));
            default ->
                details.latest(task.number()).ifPresent(dispute -> {
                    model.addAttribute("dispute", dispute);
                    model.addAttribute("disputed", values(dispute.fields(), head.student()));
                });
        }
    }

    private static Map<DetailField, String> values(List<DetailField> fields, Student student) {
        var values = new EnumMap<DetailField, String>(DetailField.class);
        fields.forEach(field -> values.put(field, value(field, student)));
        return values;
    }

    private static String value(DetailField field, Student student) {
        return switch (field) {
            case NAME -> student.name();
            case STUDENT_NUMBER -> student.studentNumber();
            case GENDER -> student.gender();
            case ID_TYPE -> student.idType();
            case ID_NUMBER -> student.maskedIdNumber();
            case MAJOR -> student.department() + " · " + student.major();
            case LEVEL -> student.level();
            case SCHOOL -> student.schoolName();
            case CAMPUS -> student.campus();
        };
    }
}
