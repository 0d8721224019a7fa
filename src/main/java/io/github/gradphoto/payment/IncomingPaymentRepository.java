package io.github.gradphoto.payment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface IncomingPaymentRepository extends JpaRepository<IncomingPayment, Long> {

    boolean existsByTransactionNumber(String transactionNumber);

    Optional<IncomingPayment> findByTransactionNumber(String transactionNumber);

    List<IncomingPayment> findByTransactionNumberIn(Collection<String> transactionNumbers);

    List<IncomingPayment> findByApplicationIdOrderById(long applicationId);

    List<IncomingPayment> findByApplicationIdAndStateOrderById(long applicationId, IncomingPayment.State state);
}
