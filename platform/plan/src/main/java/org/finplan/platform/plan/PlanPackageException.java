package org.finplan.platform.plan;

/** A plan package cannot be used; the message names file and place. */
public final class PlanPackageException extends RuntimeException {

    PlanPackageException(String message) {
        super(message);
    }

    PlanPackageException(String message, Throwable cause) {
        super(message, cause);
    }
}
