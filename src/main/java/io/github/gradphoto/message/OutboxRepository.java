package io.github.gradphoto.message;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OutboxRepository extends JpaRepository<OutboxMessage, Long> {

    boolean existsByDedupeKey(String dedupeKey);

    Optional<OutboxMessage> findByDedupeKey(String dedupeKey);

    List<OutboxMessage> findByApplicationNumberOrderByIdDesc(String applicationNumber);

    List<OutboxMessage> findByNoticeIdAndSinkTrueOrderByIdDesc(long noticeId, Limit most);

    @Query(
            "select m.state, count(m) from OutboxMessage m where m.noticeId = :notice and m.kind = :kind group by m.state")
    List<Object[]> countByState(long notice, MessageKind kind);
}
