package io.github.gradphoto.evidence;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface EvidenceRepository extends Repository<Evidence, Long> {

    Evidence save(Evidence evidence);

    List<Evidence> findByApplicationIdAndPurposeOrderById(long applicationId, EvidencePurpose purpose);

    Optional<Evidence> findByIdAndApplicationId(long id, long applicationId);

    int countByApplicationIdAndPurpose(long applicationId, EvidencePurpose purpose);
}
