package io.github.gradphoto.message;

/** The sending of messages, for whoever wants to see it fail for good without waiting for hours. */
public interface MessageJobs {

    /** Tries the unsent messages of a case until no retry is left, so that each that fails ends as an incident. */
    void exhaust(String applicationNumber);
}
