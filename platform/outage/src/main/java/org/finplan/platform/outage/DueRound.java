package org.finplan.platform.outage;

/**
 * Something that is done as a whole each time a loop turns: it finds what is due and does it, in transactions of its own, and
 * nothing is left to be done one by one. What is due stands in the database, so a restart forgets nothing; whoever implements it
 * sees to it that several instances do not do the same twice.
 */
@FunctionalInterface
public interface DueRound {

    /** Does all that is due now. */
    void perform();
}
