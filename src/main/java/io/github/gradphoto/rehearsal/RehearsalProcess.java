package io.github.gradphoto.rehearsal;

import java.util.Collection;

/** What rehearsals tell the process engine. */
public interface RehearsalProcess {

    /** Its process makes the students and drives them. */
    void ordered(long noticeId);

    /** It is over: its process clears it. @return whether a process waited for that */
    boolean over(long noticeId);

    /**
     * Takes away what the engine has of a rehearsal: first what runs, then what it remembers; so many at a time.
     *
     * @param notices  the rehearsal and the rounds that followed from it
     * @return whether nothing was left to take away
     */
    boolean takeAway(long rehearsal, Collection<Long> notices, int most);
}
