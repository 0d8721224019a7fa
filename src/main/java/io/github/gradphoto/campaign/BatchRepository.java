package io.github.gradphoto.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface BatchRepository extends JpaRepository<Batch, Long> {

    Optional<Batch> findByNoticeIdAndKindAndDueOn(long noticeId, BatchKind kind, LocalDate dueOn);

    List<Batch> findByNoticeIdOrderById(long noticeId);
}
