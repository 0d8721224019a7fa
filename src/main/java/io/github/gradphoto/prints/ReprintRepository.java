package io.github.gradphoto.prints;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReprintRepository extends JpaRepository<Reprint, Long> {

    Optional<Reprint> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
