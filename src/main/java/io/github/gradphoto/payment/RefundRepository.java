package io.github.gradphoto.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface RefundRepository extends JpaRepository<Refund, Long> {

    Optional<Refund> findBySource(String source);

    List<Refund> findByApplicationIdOrderByIdDesc(long applicationId);

    Optional<Refund> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
