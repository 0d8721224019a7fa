package io.github.gradphoto.notice;

/** What notices tell the process engine. */
public interface NoticeProcess {

    /** The office sends a draft to the dean: its process begins with the signature. */
    void submitted(long noticeId);

    /** The notice was signed outside the product: its process goes on from there. */
    void signed(long noticeId);

    /**
     * The close is later now: the timer follows, and so do the cases.
     *
     * @throws io.github.gradphoto.refusal.Refusal noticeNotRunning where no process could move them
     */
    void prolonged(long noticeId);

    /** The draft of its next round was given up after it was archived: what waited for that round goes back. */
    void nextRoundGivenUp(long noticeId);
}
