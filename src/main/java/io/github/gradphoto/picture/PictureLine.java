package io.github.gradphoto.picture;

import io.github.gradphoto.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The line before the work on pictures. A few are worked on at once, so that processors and memory are left for everybody
 * else; a few more wait in the order they came; who comes then is told to try again, instead of holding a request open that
 * nobody can serve. Thread-safe; who is at work already does not line up again.
 */
public final class PictureLine {

    /** A place at the work, kept until each of those who share it has left. */
    static final class Place {
        private final AtomicInteger sharers = new AtomicInteger(1);
        private final Runnable whenLeft;

        private Place(Runnable whenLeft) {
            this.whenLeft = whenLeft;
        }

        void share() {
            sharers.incrementAndGet();
        }

        void leave() {
            if (sharers.decrementAndGet() == 0) {
                whenLeft.run();
            }
        }
    }

    private final Semaphore working;
    private final AtomicInteger inside = new AtomicInteger();
    private final int most;
    private final Duration patience;
    private final ThreadLocal<Place> mine = new ThreadLocal<>();

    /**
     * @param workers  pictures worked on at once
     * @param waiting  pictures that may wait
     * @param patience the longest wait
     */
    public PictureLine(int workers, int waiting, Duration patience) {
        this.working = new Semaphore(workers, true);
        this.most = workers + waiting;
        this.patience = patience;
    }

    /** One worker fewer than processors, at least one; sixteen in line, each a minute at most. */
    public static PictureLine forThisMachine() {
        return new PictureLine(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), 16, Duration.ofMinutes(1));
    }

    /** How many more may come now, before the line is full. */
    public int room() {
        return Math.max(0, most - inside.get());
    }

    /**
     * Waits for a place and does the work in the thread of the caller.
     *
     * @throws Refusal busy (503) when the line is full, or the wait too long
     */
    public <T> T work(Supplier<T> deed) {
        return work(place -> deed.get());
    }

    /**
     * The same for work that can come back later.
     *
     * @param longest the longest wait, where this is less than everybody's
     * @throws Refusal busy (503)
     */
    public <T> T work(Duration longest, Supplier<T> deed) {
        return work(longest, place -> deed.get());
    }

    <T> T work(Function<Place, T> deed) {
        return work(patience, deed);
    }

    private <T> T work(Duration longest, Function<Place, T> deed) {
        if (mine.get() != null) {
            return deed.apply(mine.get());
        }
        Place place = enter(longest);
        mine.set(place);
        try {
            return deed.apply(place);
        } finally {
            mine.remove();
            place.leave();
        }
    }

    private Place enter(Duration longest) {
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            throw Refusal.busy("picturesBusy");
        }
        boolean entered = false;
        try {
            entered = working.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!entered) {
                inside.decrementAndGet();
            }
        }
        if (!entered) {
            throw Refusal.busy("picturesBusy");
        }
        return new Place(() -> {
            working.release();
            inside.decrementAndGet();
        });
    }
}
