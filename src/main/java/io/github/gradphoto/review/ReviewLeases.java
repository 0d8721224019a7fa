package io.github.gradphoto.review;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A photo on somebody's screen is theirs for a while: the task is claimed, so that Tasklist knows it too, and a row says
 * until when. What runs out goes back to the group when anybody looks at a list of tasks or asks for the next photo; what
 * was claimed in Tasklist has no row and stays until it is given back there or on the page of absences.
 */
@Service
public class ReviewLeases {

    /** @param reviewer who holds it @param until when it goes back */
    public record Lease(long applicationId, String number, String reviewer, Instant until) {}

    /** So many are tried when others are taking photos at the same moment. */
    private static final int CANDIDATES = 12;
    /** What was skipped stays held, so that one can go back to it; more than this would starve colleagues. */
    private static final int MOST_HELD = 12;

    private final JdbcClient jdbc;
    private final ReviewTasks tasks;
    private final Applications applications;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration length;

    ReviewLeases(
            JdbcClient jdbc,
            ReviewTasks tasks,
            Applications applications,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gradphoto.review.lease:PT10M}") Duration length) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.applications = applications;
        this.transaction = transaction;
        this.clock = clock;
        this.length = length;
    }

    /**
     * Takes the worst photo that nobody holds.
     *
     * @param seen numbers that are on the reviewer's screen already, or were skipped
     */
    public Optional<String> takeNext(ReviewTasks.Reader reader, Collection<String> seen) {
        giveBackWhatRanOut();
        freeTheOldest(reader.username());
        return tasks.free(reader, seen, CANDIDATES).stream()
                .map(ReviewTasks.Waiting::number)
                .filter(number -> take(reader, number))
                .findFirst();
    }

    /** Takes this photo, or holds it longer; false where another has it or it is decided. */
    public boolean take(ReviewTasks.Reader reader, String number) {
        try {
            transaction.executeWithoutResult(status -> {
                var application = applications.lock(number);
                boolean claimedInTasklist = tasks.of(reader, number)
                                .filter(waiting -> reader.username().equals(waiting.holder()))
                                .isPresent()
                        && held("a.number = ?", number).isEmpty();
                tasks.claim(reader, number);
                if (!claimedInTasklist) {
                    write(application.id(), reader.username());
                }
            });
            return true;
        } catch (Refusal | ConcurrencyFailureException anotherHasIt) {
            return false;
        }
    }

    private void write(long applicationId, String reviewer) {
        end(applicationId);
        var now = clock.instant();
        jdbc.sql("insert into review_lease (application_id, reviewer, taken_at, until_at) values (?, ?, ?, ?)")
                .params(applicationId, reviewer, at(now), at(now.plus(length)))
                .update();
    }

    /** The photo is decided, or given back. Joins the caller's transaction. */
    void end(long applicationId) {
        jdbc.sql("delete from review_lease where application_id = ?")
                .param(applicationId)
                .update();
    }

    /** Gives back all that somebody holds on these pages. @return how many */
    public int giveBackAll(String reviewer) {
        return (int)
                held("l.reviewer = ?", reviewer).stream().filter(this::giveBack).count();
    }

    /** Before anybody looks at a list, so that what ran out is in it as the group's. */
    public void giveBackWhatRanOut() {
        held("l.until_at < ?", at(clock.instant())).forEach(this::giveBack);
    }

    private void freeTheOldest(String reviewer) {
        var mine = held("l.reviewer = ?", reviewer);
        mine.stream().limit(Math.max(0, mine.size() - MOST_HELD + 1)).forEach(this::giveBack);
    }

    /** Only if it is still the lease that was read: somebody may just have made it longer. */
    private boolean giveBack(Lease lease) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            applications.lock(lease.number());
            int ended = jdbc.sql("delete from review_lease where application_id = ? and reviewer = ? and until_at = ?")
                    .params(lease.applicationId(), lease.reviewer(), at(lease.until()))
                    .update();
            if (ended > 0) {
                tasks.release(lease.number(), lease.reviewer());
            }
            return ended > 0;
        }));
    }

    /** Oldest first. */
    private List<Lease> held(String where, Object parameter) {
        return jdbc.sql("select l.application_id, a.number, l.reviewer, l.until_at from review_lease l"
                        + " join application a on a.id = l.application_id where " + where + " order by l.taken_at")
                .param(parameter)
                .query((row, index) -> new Lease(
                        row.getLong("application_id"),
                        row.getString("number"),
                        row.getString("reviewer"),
                        row.getObject("until_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
