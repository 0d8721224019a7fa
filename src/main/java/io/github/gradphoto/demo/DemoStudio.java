package io.github.gradphoto.demo;

import io.github.gradphoto.notice.Background;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Paints and prepares pictures on all processors, while the cases that need them are driven one after the other. */
@Component
@Profile("demo")
class DemoStudio {

    /** @param admission empty for a case whose photo nobody compares now: that one can wait */
    record Pictures(Optional<byte[]> admission, List<PhotoUpload.Prepared> uploads) {}

    /** Each waits as long as the line lets it. */
    private static final int TRIES = 30;

    private final PhotoUpload photos;
    private final DemoPictures pictures = new DemoPictures();

    DemoStudio(PhotoUpload photos) {
        this.photos = photos;
    }

    Session open() {
        return new Session(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
    }

    static Pictures finished(Future<Pictures> order) {
        try {
            return order.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while pictures were painted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A picture could not be painted.", e.getCause());
        }
    }

    private Pictures make(Student student, DemoCase demoCase) {
        var uploads = demoCase.flaws().stream()
                .map(each -> prepare(pictures.taken(student, each)))
                .toList();
        var admission = demoCase.isCompared() ? Optional.of(pictures.atAdmission(student)) : Optional.<byte[]>empty();
        return new Pictures(admission, uploads);
    }

    /** On a machine that has other work to do the line may be too slow for a visitor's patience; the demo has the time. */
    private PhotoUpload.Prepared prepare(byte[] picture) {
        for (int more = TRIES; ; more--) {
            try {
                return photos.prepare(picture, null, List.of(Background.values()));
            } catch (Refusal busy) {
                if (more == 0 || busy.status() != HttpStatus.SERVICE_UNAVAILABLE) {
                    throw busy;
                }
            }
        }
    }

    /** Takes orders until it is closed. */
    final class Session implements AutoCloseable {

        private final ExecutorService workers;

        private Session(ExecutorService workers) {
            this.workers = workers;
        }

        Future<Pictures> order(Student student, DemoCase demoCase) {
            return workers.submit(() -> make(student, demoCase));
        }

        @Override
        public void close() {
            workers.shutdownNow();
        }
    }
}
