package io.github.gradphoto.review;

import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * 批量通过: the chosen photos, each by the same form and in a transaction of its own. Stopped in the middle it has approved
 * the first ones, and the same choice sent again goes on with the rest.
 */
@Service
public class BatchApproval {

    /** More is no choice of a person who has looked at them. */
    public static final int MOST = 200;

    /** @param photoId the version that was on the screen */
    public record Item(String number, long photoId) {}

    /** What became of one of them. */
    public enum Kind {
        APPROVED,
        /** by the same reviewer before, as when a batch is sent again */
        ALREADY,
        REFUSED
    }

    /** @param refusal why not; null unless refused */
    public record Result(String number, Kind kind, Refusal refusal) {}

    private final StaffTaskDriver tasks;
    private final Reviews reviews;

    BatchApproval(StaffTaskDriver tasks, Reviews reviews) {
        this.tasks = tasks;
        this.reviews = reviews;
    }

    /** @throws Refusal nobodyChosen; tooManyChosen */
    public List<Result> approve(Collection<Item> items, String by) {
        if (items.isEmpty()) {
            throw Refusal.invalid("nobodyChosen");
        }
        if (items.size() > MOST) {
            throw Refusal.invalid("tooManyChosen", MOST);
        }
        var results = new ArrayList<Result>();
        new LinkedHashSet<>(items).forEach(item -> results.add(approve(item, by)));
        return results;
    }

    private Result approve(Item item, String by) {
        var fields = Map.of("decision", Review.Decision.APPROVED.name(), "photo", String.valueOf(item.photoId()));
        try {
            tasks.complete(item.number(), Step.REVIEW_PHOTO, by, fields);
            return new Result(item.number(), Kind.APPROVED, null);
        } catch (Refusal refusal) {
            return isApproved(item, by)
                    ? new Result(item.number(), Kind.ALREADY, null)
                    : new Result(item.number(), Kind.REFUSED, refusal);
        }
    }

    private boolean isApproved(Item item, String by) {
        return reviews.decided(item.number(), item.photoId(), by)
                .filter(review -> review.decision() == Review.Decision.APPROVED)
                .isPresent();
    }
}
