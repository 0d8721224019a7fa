package io.github.gradphoto.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the process engine remembers of finished processes and decisions, each for as long as its diagram says. */
public interface EngineHistory {

    /**
     * Deletes the next of those whose time is over.
     *
     * @param most of each kind, so that a transaction stays short
     * @return how many, by category
     */
    Map<String, Integer> deleteExpired(int most);

    List<Kept> kept();

    /**
     * What there is of one diagram, all its versions together.
     *
     * @param days     how long the newest version keeps it after the end
     * @param finished how many there are
     * @param expired  of them, those that go tonight
     * @param next     when the next one expires; null where none does
     */
    record Kept(String name, long days, long finished, long expired, Instant next) {}
}
