package org.finplan.indicators.observation;

/**
 * A version on its way into the store.
 *
 * @param version the version
 * @param previous the version that it follows, or null for a first one
 * @param counts whether it is the figure that others are told of; a computed one beside a delivered one is not
 */
public record NewVersion(Observation version, Observation previous, boolean counts) {}
