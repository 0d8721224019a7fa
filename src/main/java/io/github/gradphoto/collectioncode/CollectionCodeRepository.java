package io.github.gradphoto.collectioncode;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CollectionCodeRepository extends JpaRepository<CollectionCode, Long> {

    Optional<CollectionCode> findFirstByApplicationIdOrderByIdDesc(long applicationId);

    Optional<CollectionCode> findByBoundIndex(String boundIndex);

    Optional<CollectionCode> findFirstByApplicationIdAndBoundIndexIsNotNull(long applicationId);

    boolean existsByApplicationIdAndBoundIndexIsNotNull(long applicationId);
}
