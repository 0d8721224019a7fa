package io.github.gradphoto.review;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审核记录: every decision, newest first, in pages. */
@Service
@Transactional(readOnly = true)
public class ReviewRecord {

    public static final int PAGE = 50;

    /**
     * @param entries   at most {@link #PAGE}
     * @param olderThan what to ask for the next page; null on the last
     */
    public record Page(List<ReviewEntry> entries, Long olderThan) {}

    private final ReviewRepository reviews;

    ReviewRecord(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    /**
     * @param reviewer  whose, or empty for everybody's
     * @param number    of one application, or empty
     * @param decisions which
     * @param before    id after which the page begins; null for the newest
     */
    public Page page(String reviewer, String number, Set<Review.Decision> decisions, Long before) {
        var found = reviews.entries(reviewer, number, decisions, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        return new Page(List.copyOf(shown), more ? shown.get(PAGE - 1).id() : null);
    }

    public List<String> reviewers() {
        return reviews.reviewers();
    }
}
