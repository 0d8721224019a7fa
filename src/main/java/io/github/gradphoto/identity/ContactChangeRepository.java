package io.github.gradphoto.identity;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ContactChangeRepository extends JpaRepository<ContactChange, Long> {

    Optional<ContactChange> findFirstByActivationCodeIdOrderByIdDesc(long activationCodeId);

    boolean existsByActivationCodeIdAndUsedAtIsNotNull(long activationCodeId);

    long countByActivationCodeId(long activationCodeId);
}
