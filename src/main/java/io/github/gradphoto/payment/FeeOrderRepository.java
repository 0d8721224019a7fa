package io.github.gradphoto.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface FeeOrderRepository extends JpaRepository<FeeOrder, Long> {

    List<FeeOrder> findByApplicationIdOrderByIdDesc(long applicationId);

    Optional<FeeOrder> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
