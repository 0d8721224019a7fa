package io.github.gradphoto.application;

import org.springframework.data.jpa.repository.JpaRepository;

interface ConsentRepository extends JpaRepository<Consent, Long> {

    boolean existsByApplicationIdAndKind(long applicationId, ConsentKind kind);
}
