package io.github.gradphoto.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** What the process engine remembers of cases. */
public interface CaseHistory {

    /** Those of the cases in which nothing runs, and nothing ended after the given time. */
    Set<String> quietSince(Collection<String> numbers, Instant time);

    /** Deletes every finished process of the case, those that it called and its messages among them. @return how many */
    int delete(String number);
}
