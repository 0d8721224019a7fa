package io.github.gradphoto.notice;

import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices of the college, from the first draft to the archive. */
@Service
@Transactional
public class Notices {

    private static final Set<Notice.State> PUBLISHED =
            EnumSet.of(Notice.State.SIGNED, Notice.State.CLOSED, Notice.State.ARCHIVED);
    private static final int LONGEST_CONTACT = 200;

    private final NoticeRepository repository;
    private final NoticeProcess process;
    private final AuditLog audit;
    private final Clock clock;

    Notices(NoticeRepository repository, NoticeProcess process, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    public Notice draft(NoticeDraft draft) {
        return repository.save(new Notice(draft));
    }

    /** @throws Refusal noticeNumberTaken */
    public Notice draft(NoticeDraft draft, String by) {
        return keep(new Notice(draft), by);
    }

    /** @param previous whose unfinished the round is for. @throws Refusal noticeNumberTaken, nextRoundExists */
    public Notice draftNextRound(NoticeDraft draft, Notice previous, String by) {
        if (nextRound(previous).isPresent()) {
            throw Refusal.conflict("nextRoundExists");
        }
        return keep(new Notice(draft, previous.id(), previous.isRehearsal()), by);
    }

    public Notice draftRehearsal(NoticeDraft draft, String by) {
        return keep(new Notice(draft, null, true), by);
    }

    private Notice keep(Notice notice, String by) {
        ensureNumberFree(notice.documentNumber(), notice.round(), -1);
        notice.draftedBy(by);
        var kept = repository.saveAndFlush(notice);
        audit.record(by, "notice-drafted", subject(kept.id()), null);
        return kept;
    }

    /** Changes every setting of a draft, or of one that the dean returned. @throws Refusal noticeNotDraft, noticeNumberTaken */
    public void change(long id, NoticeDraft draft, String by) {
        ensureNumberFree(draft.documentNumber(), draft.round(), id);
        byId(id).change(draft);
        audit.record(by, "notice-changed", subject(id), null);
    }

    private void ensureNumberFree(String documentNumber, int round, long self) {
        if (repository.existsByDocumentNumberAndRoundAndIdNot(documentNumber, round, self)) {
            throw Refusal.invalid("noticeNumberTaken");
        }
    }

    /** 送签: the draft goes to the dean. @throws Refusal noticeNotDraft, noticeCloseOver */
    public void submit(long id, String by) {
        var notice = byId(id);
        ensureInTime(notice);
        boolean first = notice.state() == Notice.State.DRAFT;
        notice.submit();
        repository.flush();
        audit.record(by, "notice-submitted", subject(id), null);
        if (first) {
            process.submitted(id);
        }
    }

    private void ensureInTime(Notice notice) {
        if (LastSecond.isOver(notice.closesAt(), clock.instant())) {
            throw Refusal.conflict("noticeCloseOver");
        }
    }

    /** 签发, on paper before it came here: from here on students can apply, and the process goes on. */
    public Notice sign(long id) {
        var notice = byId(id);
        notice.sign(clock.instant());
        repository.flush();
        process.signed(notice.id());
        return notice;
    }

    /** 签发 by the dean, who does the task of the process. @throws Refusal noticeCloseOver */
    public void sign(long id, String by) {
        byId(id).sign(by, clock.instant());
        audit.record(by, "notice-signed", subject(id), null);
    }

    public void returned(long id, String note, String by) {
        byId(id).returned(note);
        audit.record(by, "notice-returned", subject(id), note);
    }

    /** Its number is free again. Money that waited for it, where it was to be the next round of an archived one, goes back. */
    public void discard(long id, String by) {
        var notice = byId(id);
        notice.discard();
        repository.flush();
        audit.record(by, "notice-discarded", subject(id), null);
        if (notice.previousId() != null && byId(notice.previousId()).state() == Notice.State.ARCHIVED) {
            process.nextRoundGivenUp(notice.previousId());
        }
    }

    /** @throws Refusal noticeNotSigned, contactInvalid */
    public void changeContact(long id, String contact, String by) {
        if (contact == null || contact.isBlank() || contact.strip().length() > LONGEST_CONTACT) {
            throw Refusal.invalid("contactInvalid", LONGEST_CONTACT);
        }
        byId(id).contact(contact.strip());
        audit.record(by, "notice-contact-changed", subject(id), contact.strip());
    }

    /** Students get more time, all of them. @throws Refusal noticeNotSigned, noticeCloseOver, closeNotLater */
    public void closeLater(long id, Instant closesAt, String by) {
        byId(id).closeLater(closesAt, clock.instant());
        repository.flush();
        audit.record(by, "notice-close-moved", subject(id), closesAt.toString());
        process.prolonged(id);
    }

    public void close(long id) {
        byId(id).close();
    }

    public void decided(long id, UnfinishedDecision decision) {
        byId(id).decided(decision);
        audit.record(decision.by(), "notice-unfinished-" + decision.decision(), subject(id), decision.note());
    }

    public void archive(long id) {
        byId(id).archive();
        audit.record("system", "notice-archived", subject(id), null);
    }

    private static String subject(long id) {
        return "notice-" + id;
    }

    @Transactional(readOnly = true)
    public Notice byId(long id) {
        return repository.findById(id).orElseThrow(() -> Refusal.notFound("noNotice"));
    }

    /** The notice that students see: the one that is open, the one that opens next, or the one that was open last. */
    @Transactional(readOnly = true)
    public Optional<Notice> current() {
        return published().stream().min(soonestOfUse());
    }

    private Comparator<Notice> soonestOfUse() {
        var now = clock.instant();
        return Comparator.<Notice>comparingInt(
                        notice -> notice.isOpenAt(now) ? 0 : now.isBefore(notice.opensAt()) ? 1 : 2)
                .thenComparing(notice -> Duration.between(notice.opensAt(), now).abs());
    }

    /** The notices that may be for somebody of this year, the most useful first; rehearsals among them. */
    List<Notice> forCohort(int cohort) {
        return repository.findByStateInOrderByOpensAtDesc(PUBLISHED).stream()
                .filter(notice -> notice.cohort() == cohort)
                .sorted(soonestOfUse())
                .toList();
    }

    /** Signed ones, the newest first; no rehearsals. */
    @Transactional(readOnly = true)
    public List<Notice> published() {
        return repository.findByStateInOrderByOpensAtDesc(PUBLISHED).stream()
                .filter(notice -> !notice.isRehearsal())
                .toList();
    }

    /** Every notice there is, drafts and rehearsals too, the newest first. */
    @Transactional(readOnly = true)
    public List<Notice> all() {
        return repository.findAllByOrderByIdDesc();
    }

    @Transactional(readOnly = true)
    public Optional<Notice> ofApplication(String number) {
        return repository.findByApplicationNumber(number);
    }

    /** One that was given up does not count. */
    @Transactional(readOnly = true)
    public Optional<Notice> nextRound(Notice notice) {
        return repository.findFirstByPreviousIdAndStateNot(notice.id(), Notice.State.DISCARDED);
    }

    /** Whether a case that was moved to the next round can still go on: its last round is not over. */
    @Transactional(readOnly = true)
    public boolean mayGoOn(long id) {
        var last = byId(id);
        for (var next = nextRound(last); next.isPresent(); next = nextRound(last)) {
            last = next.get();
        }
        return last.state() != Notice.State.ARCHIVED && last.state() != Notice.State.DISCARDED;
    }

    /** The rounds after this one, those that were given up among them; each after the round that it follows. */
    @Transactional(readOnly = true)
    public List<Notice> after(Notice notice) {
        var later = new ArrayList<Notice>();
        for (var next : repository.findByPreviousIdOrderById(notice.id())) {
            later.add(next);
            later.addAll(after(next));
        }
        return later;
    }

    /** The rounds before this one, the latest first. */
    @Transactional(readOnly = true)
    public List<Notice> before(Notice notice) {
        var former = new ArrayList<Notice>();
        for (var id = notice.previousId(); id != null; ) {
            var earlier = byId(id);
            former.add(earlier);
            id = earlier.previousId();
        }
        return former;
    }
}
