package io.github.gradphoto.registration;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RunItemRepository extends JpaRepository<RunItem, Long> {

    List<RunItem> findByRunIdOrderByLine(long runId);

    /** What somebody has to look at comes first. */
    @Query("""
            select i from RunItem i where i.runId = :runId
            order by case
                when i.state = io.github.gradphoto.registration.RunItem.State.REFUSED then 0
                when i.state = io.github.gradphoto.registration.RunItem.State.BAD then 0
                when i.state = io.github.gradphoto.registration.RunItem.State.WAITING then 1
                when i.state = io.github.gradphoto.registration.RunItem.State.DONE then 2
                else 3 end, i.line""")
    List<RunItem> mostUrgent(long runId, Limit most);

    @Query("select i.id from RunItem i where i.runId = :runId and i.state = :state order by i.line")
    List<Long> idsOf(long runId, RunItem.State state, Limit most);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from RunItem i where i.id = :id")
    Optional<RunItem> lock(long id);

    @Query("select i.state, count(i) from RunItem i where i.runId = :runId group by i.state")
    List<Object[]> countByState(long runId);

    long countByRunIdAndState(long runId, RunItem.State state);

    @Modifying
    @Query("delete from RunItem i where i.runId = :runId")
    void deleteByRunId(long runId);
}
