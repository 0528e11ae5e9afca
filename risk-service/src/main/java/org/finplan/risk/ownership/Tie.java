package org.finplan.risk.ownership;

/**
 * What a link says about groups.
 *
 * @param owned key of what is held
 * @param holder key of who holds it
 * @param change number of the change that made the version of the link
 * @param binds whether it puts the two into one group on the day asked for; otherwise it only counts as a change
 */
record Tie(String owned, String holder, long change, boolean binds) {}
