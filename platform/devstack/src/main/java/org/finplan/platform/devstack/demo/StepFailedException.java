package org.finplan.platform.devstack.demo;

/** A step of the demo did not show what it promises. */
final class StepFailedException extends RuntimeException {

    StepFailedException(String message) {
        super(message);
    }
}
