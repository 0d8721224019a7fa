package io.github.gradphoto.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;

@Timeout(60)
class PictureLineTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch atWork = new CountDownLatch(2);
    private final CountDownLatch done = new CountDownLatch(1);

    @AfterEach
    void goHome() {
        done.countDown();
        people.shutdownNow();
    }

    @Test
    void neverWorksOnMoreThanItsWorkersAndServesEverybodyInLine() throws Exception {
        var line = new PictureLine(2, 6, LONG);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new ArrayList<Future<Integer>>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            served.add(people.submit(() -> line.work(() -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                atWork.countDown();
                await(atWork); // until two are at work at once
                now.decrementAndGet();
                return number;
            })));
        }
        for (int i = 0; i < 8; i++) {
            assertThat(served.get(i).get()).isEqualTo(i);
        }
        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void sendsAwayWhoFindsTheLineFull() throws Exception {
        var line = new PictureLine(2, 0, LONG);
        people.submit(() -> line.work(this::stay));
        people.submit(() -> line.work(this::stay));
        await(atWork);

        assertBusy(line);
        done.countDown();
    }

    @Test
    void sendsAwayWhoWaitsTooLong() throws Exception {
        var line = new PictureLine(2, 5, Duration.ofMillis(1));
        people.submit(() -> line.work(this::stay));
        people.submit(() -> line.work(this::stay));
        await(atWork);

        assertBusy(line);
    }

    @Test
    void whoCanComeBackLaterWaitsLess() {
        var line = new PictureLine(2, 5, LONG);
        people.submit(() -> line.work(this::stay));
        people.submit(() -> line.work(this::stay));
        await(atWork);

        assertThatThrownBy(() -> line.work(Duration.ofMillis(1), () -> "served"))
                .isInstanceOf(Refusal.class);
        assertThat(line.room()).as("has left the line").isEqualTo(5);
    }

    @Test
    void takesTheNextAfterAFailure() {
        var line = new PictureLine(1, 0, LONG);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> line.work(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
        assertThat(line.<String>work(() -> "served")).isEqualTo("served");
    }

    @Test
    void doesNotLineUpTwice() {
        var line = new PictureLine(1, 0, LONG);
        assertThat(line.<String>work(() -> line.<String>work(() -> "inner"))).isEqualTo("inner");
    }

    @Test
    void keepsThePlaceUntilTheLastSharerHasLeft() {
        var line = new PictureLine(1, 0, LONG);
        PictureLine.Place[] shared = new PictureLine.Place[1];
        line.work(place -> {
            place.share();
            shared[0] = place;
            return null;
        });
        assertBusy(line);
        shared[0].leave();
        assertThat(line.<String>work(() -> "served")).isEqualTo("served");
    }

    private String stay() {
        atWork.countDown();
        await(done);
        return "served";
    }

    private static void assertBusy(PictureLine line) {
        assertThatThrownBy(() -> line.work(() -> "served"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
