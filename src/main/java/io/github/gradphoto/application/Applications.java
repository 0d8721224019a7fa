package io.github.gradphoto.application;

import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds applications and records how they go on, for the features that build on them. */
@Service
@Transactional
public class Applications {

    /** Keys in one statement. */
    private static final int AT_ONCE = 1000;

    private final ApplicationRepository repository;
    private final Clock clock;

    Applications(ApplicationRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Application byNumber(String number) {
        return repository.findByNumber(number).orElseThrow(() -> Refusal.notFound("noApplication"));
    }

    /** In one statement; numbers that do not exist are left out. */
    @Transactional(readOnly = true)
    public List<Application> byNumbers(Collection<String> numbers) {
        return repository.findByNumberIn(numbers);
    }

    /** In one statement; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public List<Application> byIds(Collection<Long> ids) {
        return repository.findAllById(ids);
    }

    /** Reads the application and keeps others from changing it until the transaction ends. */
    public Application lock(String number) {
        return repository.lockByNumber(number).orElseThrow(() -> Refusal.notFound("noApplication"));
    }

    /** Reads and locks an application for a step of the student, refusing it when it is over or too late. */
    public Application lockForStudent(String number) {
        var application = lock(number);
        application.ensureStudentMayAct(clock.instant());
        return application;
    }

    @Transactional(readOnly = true)
    public Optional<Application> latestOf(long studentId) {
        return repository.findFirstByStudentIdOrderByIdDesc(studentId);
    }

    /**
     * 补采: this case and those of earlier rounds from which it goes on, the latest first. Locked in the order in which they
     * were made, except for a case that the caller holds already: so nobody who holds an older one may wait for a newer.
     */
    public List<Application> lockWithEarlier(String number) {
        var ids = new ArrayList<Long>();
        for (var id = repository.idOf(number); id.isPresent(); id = repository.carriedFrom(id.get())) {
            ids.add(id.get());
        }
        if (ids.isEmpty()) {
            throw Refusal.notFound("noApplication");
        }
        var locked = ids.stream().sorted().map(repository::lockById).collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(locked);
        return locked;
    }

    /**
     * 补采: the case of the latest round that goes on from this one, this one itself where none does. It alone is locked: who
     * holds it may be waiting for an older one, to see what was paid there. Only where the next round began while this
     * waited, the newer one is locked as well.
     */
    public Application lockLatestRound(String number) {
        var latest = repository.idOf(number).orElseThrow(() -> Refusal.notFound("noApplication"));
        for (var next = repository.carriedTo(latest); next.isPresent(); next = repository.carriedTo(latest)) {
            latest = next.get();
        }
        var application = repository.lockById(latest);
        for (var next = repository.carriedTo(application.id());
                next.isPresent();
                next = repository.carriedTo(application.id())) {
            application = repository.lockById(next.get());
        }
        return application;
    }

    /** Whether a case that is under way goes on from this one, in the next round or in one after that. */
    @Transactional(readOnly = true)
    public boolean isCarriedOn(Application application) {
        return repository.findByCarriedFromId(application.id()).stream()
                .anyMatch(next -> next.isRunning() || isCarriedOn(next));
    }

    /** Cases of these notices that were moved to a next round, by and by. @param after id of the last that was seen */
    @Transactional(readOnly = true)
    public List<Application> movedOn(Collection<Long> noticeIds, long after, int most) {
        return repository.findByNoticeIdInAndEndReasonAndIdGreaterThanOrderById(
                noticeIds, EndReason.NEXT_ROUND, after, Limit.of(most));
    }

    /** The same by and by. @param after id of the last that was seen, 0 at first */
    @Transactional(readOnly = true)
    public List<Application> ofNoticeAfter(long noticeId, long after, int most) {
        return repository.findByNoticeIdAndIdGreaterThanOrderById(noticeId, after, Limit.of(most));
    }

    @Transactional(readOnly = true)
    public int countOf(long noticeId) {
        return Math.toIntExact(repository.countByNoticeId(noticeId));
    }

    @Transactional(readOnly = true)
    public List<Application> ofNotice(long noticeId) {
        return repository.findByNoticeIdOrderByNumber(noticeId);
    }

    @Transactional(readOnly = true)
    public List<Application> ofStudents(Collection<Long> studentIds) {
        return repository.findByStudentIdInOrderByIdAsc(studentIds);
    }

    /** The cases of these students that are under way, a few statements for many. */
    @Transactional(readOnly = true)
    public List<Application> runningOf(Collection<Long> studentIds) {
        var all = List.copyOf(studentIds);
        var found = new ArrayList<Application>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(repository.findByStateAndStudentIdIn(
                    Application.State.RUNNING, all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return found;
    }

    /** Counts a rejection by a reviewer. @return how many there are now */
    public int rejected(String number) {
        return lock(number).rejected();
    }

    /** Makes a rejection undone. @param closedBefore the deadline before it @param closedAfter the one that it gave */
    public void takeBackRejection(String number, Instant closedBefore, Instant closedAfter) {
        lock(number).takeBackRejection(closedBefore, closedAfter);
    }

    /** Moves the application's own deadline, never to an earlier time. */
    public void extendTo(String number, Instant deadline) {
        lock(number).extendTo(deadline);
    }

    public void registrationFailed(String number) {
        lock(number).registrationFailed(clock.instant());
    }

    public void collected(String number) {
        lock(number).collected(clock.instant());
    }
}
