package io.github.gradphoto.campaign;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.campaign.Batch.Outcome;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 请通知学生 (N04): everyone whom a notice addresses and who has not applied is invited, once. */
@Service
@Transactional
public class Invitations {

    private final Notices notices;
    private final Roster roster;
    private final Unfinished unfinished;
    private final Batches batches;
    private final NoticeMessages messages;
    private final Clock clock;
    private final int chunk;

    Invitations(
            Notices notices,
            Roster roster,
            Unfinished unfinished,
            Batches batches,
            NoticeMessages messages,
            Clock clock,
            @Value("${gradphoto.notice-chunk:100}") int chunk) {
        this.notices = notices;
        this.roster = roster;
        this.unfinished = unfinished;
        this.batches = batches;
        this.messages = messages;
        this.clock = clock;
        this.chunk = chunk;
    }

    /**
     * Invites the next ones: their messages are in the outbox when the transaction ends, or nothing is. Can run twice.
     *
     * @return whether everyone was looked at
     */
    public boolean inviteNext(long noticeId) {
        var notice = notices.byId(noticeId);
        var day = LocalDate.ofInstant(notice.opensAt(), Deadlines.ZONE);
        var batch = batches.begun(noticeId, BatchKind.INVITE, day, () ->
                (int) roster.figuresOf(notice).addressed());
        if (batch.isEnded()) {
            return true;
        }
        var next = roster.audienceAfter(notice, batch.lastId(), chunk);
        var applied = unfinished.newest(notice, next);
        next.forEach(student ->
                batch.saw(student.id(), applied.containsKey(student.id()) ? Outcome.SKIPPED : invite(notice, student)));
        if (next.size() < chunk) {
            batch.end(clock.instant());
        }
        return batch.isEnded();
    }

    private Outcome invite(Notice notice, Student student) {
        if (Boolean.TRUE.equals(student.isPhotoRegistered())) {
            return Outcome.SKIPPED;
        }
        return messages.invite(notice, student) ? Outcome.TOLD : Outcome.UNREACHED;
    }
}
