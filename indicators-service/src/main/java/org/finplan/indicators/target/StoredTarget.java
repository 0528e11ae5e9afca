package org.finplan.indicators.target;

/**
 * A target as it is stored.
 *
 * @param newest its newest version
 * @param withdrawn whether it was taken back since: then it is read no more, until it gets a further version
 */
public record StoredTarget(Target newest, boolean withdrawn) {}
