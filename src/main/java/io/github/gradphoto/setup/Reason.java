package io.github.gradphoto.setup;

/** The innermost cause of a failure, on one line: it says most to whoever has to mend it. */
final class Reason {

    private Reason() {}

    static String of(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.strip().lines().findFirst().orElse("");
    }
}
