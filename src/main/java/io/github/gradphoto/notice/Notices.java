package io.github.gradphoto.notice;

import io.github.gradphoto.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices of the college. */
@Service
@Transactional
public class Notices {

    private final NoticeRepository repository;
    private final NoticeProcess process;

    Notices(NoticeRepository repository, NoticeProcess process) {
        this.repository = repository;
        this.process = process;
    }

    public Notice draft(NoticeDraft draft) {
        return repository.save(new Notice(draft));
    }

    /** 签发: from here on students can apply, and the process waits for the close. */
    public Notice sign(long id) {
        var notice = byId(id);
        notice.sign();
        repository.flush();
        process.signed(notice.id());
        return notice;
    }

    public void close(long id) {
        byId(id).close();
    }

    @Transactional(readOnly = true)
    public Notice byId(long id) {
        return repository.findById(id).orElseThrow(() -> Refusal.notFound("noNotice"));
    }

    /** The notice that students see: the one that opened last. */
    @Transactional(readOnly = true)
    public Optional<Notice> current() {
        return repository.findFirstByStateNotOrderByOpensAtDesc(Notice.State.DRAFT);
    }

    @Transactional(readOnly = true)
    public List<Notice> published() {
        return repository.findByStateNotOrderByOpensAtDesc(Notice.State.DRAFT);
    }
}
