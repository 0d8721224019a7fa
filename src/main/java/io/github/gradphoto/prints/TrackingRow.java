package io.github.gradphoto.prints;

/**
 * One line of the numbers that came back from the courier, as the preview shows it.
 *
 * @param line    as the spreadsheet counts
 * @param order   as in the list
 * @param number  of the application, or null
 * @param name    of the student, or null
 * @param carrier null where the list does not say
 * @param known   whether this very parcel is posted already
 * @param fault   or null
 */
public record TrackingRow(
        int line,
        String order,
        String number,
        String name,
        Carrier carrier,
        String tracking,
        boolean known,
        Fault fault) {

    /** Why a line cannot be taken in. */
    public enum Fault {
        DIGITS_LOST,
        ORDER_UNKNOWN,
        BAG_OUTDATED,
        NOT_PRINTED,
        POSTED_OTHERWISE,
        ORDER_TWICE,
        CARRIER_UNKNOWN,
        TRACKING_INVALID,
        TRACKING_TWICE,
        TRACKING_USED
    }

    /** What the preview counts. */
    public enum Kind {
        READY,
        KNOWN,
        BAD
    }

    public Kind kind() {
        return fault != null ? Kind.BAD : known ? Kind.KNOWN : Kind.READY;
    }
}
