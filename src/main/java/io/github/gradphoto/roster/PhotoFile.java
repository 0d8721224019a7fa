package io.github.gradphoto.roster;

/**
 * One file of a ZIP of admission photos, and what became of it.
 *
 * @param place of the file in the ZIP, from 1
 * @param name  without folders, masked where it may be an ID number
 */
public record PhotoFile(int place, String name, Outcome outcome) {

    /** What became of a file. */
    public enum Outcome {
        /** its turn has not come */
        WAITING,
        STORED,
        REPLACED,
        SAME,
        PATH,
        NAME,
        NOBODY,
        SEVERAL,
        TWICE,
        NO_PICTURE,
        TOO_LARGE,
        LOCKED,
        BROKEN;

        boolean isFault() {
            return compareTo(SAME) > 0;
        }
    }
}
