package io.github.gradphoto.message;

import java.time.Instant;
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

    List<OutboxMessage> findByKindAndStateAndDedupeKeyEndingWith(
            MessageKind kind, OutboxMessage.State state, String end);

    @Query("select m.id from OutboxMessage m where m.kind = :kind and (m.state = DUE or m.state = CANCELLED)")
    List<Long> findIdsOfUnsent(MessageKind kind);

    @Query("select new io.github.gradphoto.message.OutboxFigures(count(m), min(m.createdAt))"
            + " from OutboxMessage m where m.state = DUE and m.sendAt <= :now")
    OutboxFigures due(Instant now);

    @Query(
            "select m.state, count(m) from OutboxMessage m where m.noticeId = :notice and m.kind = :kind group by m.state")
    List<Object[]> countByState(long notice, MessageKind kind);
}
