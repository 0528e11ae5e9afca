package org.finplan.indicators.observation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/**
 * Figures that are there and that somebody delivered: of each its newest version, unless it is withdrawn. What a formula gives
 * is never selected; it follows from the others. Each condition may be null, which leaves it out.
 *
 * @param series series code
 * @param regions region codes
 * @param from first day that a period may end on
 * @param to last day that a period may end on
 * @param source title of the source of the newest version
 * @param release id of the release that brought the newest version
 */
public record FigureSelection(
        String series, Collection<String> regions, LocalDate from, LocalDate to, String source, UUID release) {}
