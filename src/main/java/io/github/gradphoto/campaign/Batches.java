package io.github.gradphoto.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The batches of notices and how far they are. */
@Component
@Transactional
public class Batches {

    private final BatchRepository repository;
    private final Clock clock;

    Batches(BatchRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** @param total how many there will be, asked when the batch begins */
    Batch begun(long noticeId, BatchKind kind, LocalDate dueOn, IntSupplier total) {
        return repository
                .findByNoticeIdAndKindAndDueOn(noticeId, kind, dueOn)
                .orElseGet(() ->
                        repository.saveAndFlush(new Batch(noticeId, kind, dueOn, total.getAsInt(), clock.instant())));
    }

    @Transactional(readOnly = true)
    boolean isEnded(long noticeId, BatchKind kind, LocalDate dueOn) {
        return repository
                .findByNoticeIdAndKindAndDueOn(noticeId, kind, dueOn)
                .filter(Batch::isEnded)
                .isPresent();
    }

    @Transactional(readOnly = true)
    public List<Batch> of(long noticeId) {
        return repository.findByNoticeIdOrderById(noticeId);
    }
}
