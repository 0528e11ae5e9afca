package org.finplan.indicators.observation;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Which public figures.
 *
 * @param indicators series codes
 * @param regions region codes
 * @param kinds codes of kinds
 * @param from first day that a period may end on
 * @param to last day that a period may end on
 */
public record PublicSelection(
        Collection<String> indicators,
        Collection<String> regions,
        Collection<String> kinds,
        LocalDate from,
        LocalDate to) {}
