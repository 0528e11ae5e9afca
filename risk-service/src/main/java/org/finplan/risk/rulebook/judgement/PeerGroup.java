package org.finplan.risk.rulebook.judgement;

/**
 * The figures of the institutions that are compared with each other, in one period.
 *
 * @param size how many there are
 * @param spread where they lie
 */
public record PeerGroup(int size, Spread spread) {}
