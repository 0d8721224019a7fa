package io.github.gradphoto.message;

/** What the outbox tells the process engine. */
public interface MessageProcess {

    /**
     * A message is due: its process sends it, with retries and an incident at the end.
     *
     * @param applicationNumber null for a sign-in code of a student who has not applied yet
     * @param heldBack whether it waits for its send time
     * @param urgent sign-in codes, for which somebody waits, go before everything else
     */
    void due(long messageId, String applicationNumber, boolean heldBack, boolean urgent);
}
