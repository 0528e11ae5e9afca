package org.finplan.platform.events;

/**
 * What one program of the suite answers to a published version of a plan package: that it has prepared it and will put it in
 * force when told, or why it cannot. Each program has an event of its own, since each has a topic of its own.
 */
public interface PlanAnswered extends InternalEvent {

    /** {@return plan code} */
    String plan();

    /** {@return number of the version} */
    int version();

    /** {@return SHA-256 of the files that the program has, hexadecimal} */
    String fingerprint();

    /** {@return whether it is prepared} */
    boolean prepared();

    /** {@return why not, null when it is prepared} */
    LocalizedText reason();
}
