package io.github.gradphoto.review;

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
}
