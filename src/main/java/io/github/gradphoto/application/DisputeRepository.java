package io.github.gradphoto.application;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface DisputeRepository extends JpaRepository<Dispute, Long> {

    Optional<Dispute> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
