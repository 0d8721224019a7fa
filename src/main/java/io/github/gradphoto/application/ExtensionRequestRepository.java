package io.github.gradphoto.application;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ExtensionRequestRepository extends JpaRepository<ExtensionRequest, Long> {

    Optional<ExtensionRequest> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
