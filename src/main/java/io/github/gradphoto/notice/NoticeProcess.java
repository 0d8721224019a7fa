package io.github.gradphoto.notice;

/** What notices tell the process engine. */
public interface NoticeProcess {

    /** The notice was signed: its process starts and waits for the close. */
    void signed(long noticeId);
}
