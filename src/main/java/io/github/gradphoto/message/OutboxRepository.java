package io.github.gradphoto.message;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface OutboxRepository extends JpaRepository<OutboxMessage, Long> {

    boolean existsByDedupeKey(String dedupeKey);

    Optional<OutboxMessage> findByDedupeKey(String dedupeKey);

    List<OutboxMessage> findByApplicationNumberOrderByIdDesc(String applicationNumber);
}
