package io.github.gradphoto.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReviewRepository extends JpaRepository<Review, Long> {

    List<Review> findByApplicationIdOrderByIdDesc(long applicationId);

    Optional<Review> findFirstByApplicationIdOrderByIdDesc(long applicationId);

    /** @param reviewer whose approvals, or null for everybody's */
    @Query("""
            select new io.github.gradphoto.review.RecallableApproval(a.number, a.studentId, r.reviewer, r.decidedAt)
            from Review r join Photo p on p.id = r.photoId join Application a on a.id = r.applicationId
            where r.decision = io.github.gradphoto.review.Review.Decision.APPROVED and r.recalledAt is null
              and p.state = io.github.gradphoto.photo.Photo.State.APPROVED
              and a.state = io.github.gradphoto.application.Application.State.RUNNING
              and (:reviewer is null or r.reviewer = :reviewer)
            order by r.id desc limit :most""")
    List<RecallableApproval> recallable(String reviewer, int most);

    /** An empty text means any; ids fall, so that a page is as quick at the end as at the beginning. */
    @Query("""
            select new io.github.gradphoto.review.ReviewEntry(r.id, a.number, a.studentId, p.attempt, r.decision,
              r.reasons, r.comment, r.reviewer, r.secondOpinion, r.decidedAt, r.recalledAt)
            from Review r join Photo p on p.id = r.photoId join Application a on a.id = r.applicationId
            where r.id < :before and r.decision in :decisions
              and (:reviewer = '' or r.reviewer = :reviewer) and (:number = '' or a.number = :number)
            order by r.id desc limit :most""")
    List<ReviewEntry> entries(
            String reviewer, String number, Collection<Review.Decision> decisions, long before, int most);

    @Query("select distinct r.reviewer from Review r order by r.reviewer")
    List<String> reviewers();
}
