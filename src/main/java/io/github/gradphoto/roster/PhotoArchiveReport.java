package io.github.gradphoto.roster;

import java.io.Serializable;
import java.util.List;

/**
 * What became of a ZIP of admission photos.
 *
 * @param entries files in it, without folders and what operating systems leave there
 * @param stored  new photos, or other ones than before
 * @param same    photos that were there already
 */
public record PhotoArchiveReport(int entries, int stored, int same, List<Fault> faults) implements Serializable {

    /** Why an entry was not taken. */
    public enum Reason {
        PATH,
        NAME,
        NOBODY,
        SEVERAL,
        TWICE,
        LATER,
        NO_PICTURE,
        TOO_LARGE,
        LOCKED,
        BROKEN
    }

    /**
     * @param place of the entry in the ZIP, from 1
     * @param name  without folders, masked where it may be an ID number
     */
    public record Fault(int place, String name, Reason reason) implements Serializable {}

    public int matched() {
        return stored + same;
    }
}
