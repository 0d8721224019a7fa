package io.github.gradphoto.roster;

/** What lists tell the process engine. */
public interface RosterImportProcess {

    /** A list is to be taken in: its process does that chunk by chunk, and goes on after a stop. */
    void accepted(long importId);
}
