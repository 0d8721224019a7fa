package io.github.gradphoto.retention;

/** By which rule personal data goes; the order is the one in which a run looks at them. */
public enum RetentionRule {
    CODES,
    MESSAGES,
    WITHDRAWN,
    UNFINISHED,
    REFUSED,
    FINISHED,
    ROSTER,
    /** what the engine remembers of finished processes; how long, each diagram says for itself */
    HISTORY
}
