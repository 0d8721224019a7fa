package io.github.gradphoto.registration;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.evidence.Evidence;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.refusal.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of what a student may bring for a re-verification: what came of each kind, and what is lacking. */
@Service
@Transactional
public class EvidenceList {

    private final EvidenceFile file;
    private final Applications applications;
    private final ApplicationProcess process;

    EvidenceList(EvidenceFile file, Applications applications, ApplicationProcess process) {
        this.file = file;
        this.applications = applications;
        this.process = process;
    }

    /** All kinds in their order, those that lack with an empty list. */
    @Transactional(readOnly = true)
    public Map<EvidenceKind, List<Evidence>> of(String number) {
        var list = new EnumMap<EvidenceKind, List<Evidence>>(EvidenceKind.class);
        for (var kind : EvidenceKind.values()) {
            list.put(kind, new ArrayList<>());
        }
        file.of(applications.byNumber(number).id(), EvidencePurpose.REVERIFICATION)
                .forEach(evidence ->
                        list.get(EvidenceKind.valueOf(evidence.item())).add(evidence));
        return list;
    }

    @Transactional(readOnly = true)
    public boolean isEmpty(String number) {
        return of(number).values().stream().allMatch(List::isEmpty);
    }

    /**
     * @param prepared by {@link EvidenceFile#prepare}
     * @throws Refusal stepNotOpen, evidenceFull, applicationEnded
     */
    public void add(String number, EvidenceKind kind, byte[] prepared, String studentNumber) {
        var application = applications.lock(number);
        application.ensureRunning();
        if (!process.isOpen(number, Step.PROVIDE_EVIDENCE)) {
            throw Refusal.conflict("stepNotOpen");
        }
        file.add(application.id(), EvidencePurpose.REVERIFICATION, kind.name(), prepared, studentNumber);
    }
}
