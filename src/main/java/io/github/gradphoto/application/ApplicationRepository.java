package io.github.gradphoto.application;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ApplicationRepository extends JpaRepository<Application, Long> {

    Optional<Application> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.number = :number")
    Optional<Application> lockByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.id = :id")
    Application lockById(long id);

    /** The id alone, so that nothing is read before it is locked. */
    @Query("select a.id from Application a where a.number = :number")
    Optional<Long> idOf(String number);

    @Query("select a.carriedFromId from Application a where a.id = :id and a.carriedFromId is not null")
    Optional<Long> carriedFrom(long id);

    @Query("select max(a.id) from Application a where a.carriedFromId = :id")
    Optional<Long> carriedTo(long id);

    Optional<Application> findFirstByStudentIdOrderByIdDesc(long studentId);

    List<Application> findByNoticeIdAndIdGreaterThanOrderById(long noticeId, long after, Limit most);

    List<Application> findByCarriedFromId(long id);

    List<Application> findByNoticeIdInAndEndReasonAndIdGreaterThanOrderById(
            Collection<Long> noticeIds, EndReason reason, long after, Limit most);

    Optional<Application> findFirstByStudentIdAndEndReasonOrderByIdDesc(long studentId, EndReason reason);

    Optional<Application> findByNoticeIdAndStudentIdAndOpenSlotIsNotNull(long noticeId, long studentId);

    List<Application> findByNumberIn(Collection<String> numbers);

    List<Application> findByStateAndStudentIdIn(Application.State state, Collection<Long> studentIds);

    long countByNoticeId(long noticeId);

    List<Application> findByNoticeIdOrderByNumber(long noticeId);

    List<Application> findByStudentIdInOrderByIdAsc(Collection<Long> studentIds);

    @Query("""
            select a.number from Application a
            where a.noticeId = :noticeId and a.state = io.github.gradphoto.application.Application.State.RUNNING
              and a.number > :after
            order by a.number limit :most""")
    List<String> runningAfter(long noticeId, String after, int most);
}
