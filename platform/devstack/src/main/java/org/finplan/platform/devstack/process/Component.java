package org.finplan.platform.devstack.process;

/** A program of the stack. */
public interface Component {

    /** {@return its name: postgres, kafka, indicators, tasks, risk or gateway} */
    String name();

    /** {@return where it listens} */
    String address();

    /** Starts it and returns at once. */
    void launch();

    /**
     * Waits until it does its work.
     *
     * @throws IllegalStateException when it ends or does not answer in time
     */
    void awaitReady();

    /** {@return whether it does its work now} */
    boolean isReady();

    /** {@return the program, null before the first launch} */
    ChildProcess process();

    /** Stops it in order. */
    void stop();
}
