package io.github.gradphoto.review;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface SecondLookRepository extends JpaRepository<SecondLook, Long> {

    @Query("""
            select s.id from SecondLook s
            where s.decidedAt is null and s.firstReviewer <> :me
              and (s.heldBy is null or s.heldBy = :me or s.heldUntil < :now)
            order by s.id""")
    List<Long> free(String me, Instant now, Limit most);

    @Query("select count(s) from SecondLook s where s.decidedAt is null and s.firstReviewer <> :me")
    long countOpen(String me);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SecondLook s where s.id = :id")
    Optional<SecondLook> lockById(long id);

    long deleteByReviewIdAndDecidedAtIsNull(long reviewId);

    @Query("""
            select new io.github.gradphoto.review.TwoOpinions(r.decision, r.reasons, s.decision, s.reasons)
            from SecondLook s join Review r on r.id = s.reviewId
            where s.decidedAt is not null and r.recalledAt is null""")
    List<TwoOpinions> pairs();

    @Query("""
            select new io.github.gradphoto.review.Disagreement(a.number, a.studentId, r.decision, r.reasons, r.reviewer,
              s.decision, s.reasons, s.reviewer, s.decidedAt, p.state)
            from SecondLook s join Review r on r.id = s.reviewId join Application a on a.id = s.applicationId
              join Photo p on p.id = s.photoId
            where s.decidedAt is not null and r.recalledAt is null and r.decision <> s.decision
            order by s.decidedAt desc, s.id desc""")
    List<Disagreement> disagreements(Limit most);
}
