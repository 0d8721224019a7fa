package io.github.gradphoto.prints;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PrintSetRepository extends JpaRepository<PrintSet, Long> {

    Optional<PrintSet> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
