package io.github.gradphoto.setup;

/**
 * What one look at the installation found, and what to do about it.
 *
 * @param key suffix of {@code setup.*}
 */
record Finding(Mark mark, String key, Object... arguments) {

    enum Mark {
        GOOD,
        /** works, and somebody should know */
        NOTE,
        /** the product does not start, or not safely, until it is mended */
        BAD
    }

    static Finding good(String key, Object... arguments) {
        return new Finding(Mark.GOOD, key, arguments);
    }

    static Finding note(String key, Object... arguments) {
        return new Finding(Mark.NOTE, key, arguments);
    }

    static Finding bad(String key, Object... arguments) {
        return new Finding(Mark.BAD, key, arguments);
    }

    boolean isBad() {
        return mark == Mark.BAD;
    }
}
