package org.finplan.indicators.merge;

/**
 * What is stored of one thing.
 *
 * @param newest its newest version
 * @param withdrawn whether it was taken back
 * @param own whether its newest version comes from the package, so that a further version of the package may change it
 * @param <S> what is stored
 */
public record Stored<S>(S newest, boolean withdrawn, boolean own) {}
