package org.finplan.platform.web.idempotency;

/**
 * Ends a repeated request with the stored answer. An exception, because the operation may declare any type to return; the
 * transaction around it has changed nothing and rolls back.
 */
final class ReplayException extends RuntimeException {

    private final transient StoredAnswer answer;

    ReplayException(StoredAnswer answer) {
        super("replayed", null, false, false);
        this.answer = answer;
    }

    StoredAnswer answer() {
        return answer;
    }
}
