package org.finplan.platform.events;

/** A record is no event of the contract: an attribute is missing or malformed, or the payload does not fit its type. */
public final class UnreadableEventException extends RuntimeException {

    /**
     * An event that cannot be read.
     *
     * @param message what is wrong, without the payload
     */
    public UnreadableEventException(String message) {
        super(message);
    }

    /**
     * An event that cannot be read, with the failure of the parser.
     *
     * @param message what is wrong, without the payload
     * @param cause the failure
     */
    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
