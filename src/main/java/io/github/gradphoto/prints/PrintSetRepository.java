package io.github.gradphoto.prints;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PrintSetRepository extends JpaRepository<PrintSet, Long> {

    List<PrintSet> findByApplicationIdInOrderById(Collection<Long> applicationIds);

    Optional<PrintSet> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
