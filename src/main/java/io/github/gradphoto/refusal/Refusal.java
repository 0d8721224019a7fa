package io.github.gradphoto.refusal;

import org.springframework.http.HttpStatus;

/**
 * Something that a person asked for cannot be done, for a reason that they can understand and mend. It rolls the
 * transaction back. The text is found under {@code refusal.<key>} in the message bundles.
 */
public class Refusal extends RuntimeException {

    private final transient Object[] arguments;
    private final String key;
    private final HttpStatus status;

    public Refusal(HttpStatus status, String key, Object... arguments) {
        super("refused: " + key);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
    }

    /** The input itself is wrong: 422. */
    public static Refusal invalid(String key, Object... arguments) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, key, arguments);
    }

    /** The input is right, but not now or not any more: 409. */
    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(HttpStatus.CONFLICT, key, arguments);
    }

    public static Refusal notFound(String key) {
        return new Refusal(HttpStatus.NOT_FOUND, key);
    }

    public static Refusal tooMany(String key, Object... arguments) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, key, arguments);
    }

    /** The machine has too much to do; the same again in a while will do: 503. */
    public static Refusal busy(String key) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, key);
    }

    public String messageKey() {
        return "refusal." + key;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }

    public HttpStatus status() {
        return status;
    }
}
