package io.github.gradphoto.payment;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface RefundRepository extends JpaRepository<Refund, Long> {

    Optional<Refund> findByOrderId(long orderId);

    Optional<Refund> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
