package org.finplan.platform.devstack.stack;

/** Something that the person at the terminal must know, in words for that person. */
public final class StackException extends RuntimeException {

    /**
     * @param message what happened and what helps
     */
    public StackException(String message) {
        super(message);
    }

    /**
     * @param message what happened and what helps
     * @param cause the cause
     */
    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
