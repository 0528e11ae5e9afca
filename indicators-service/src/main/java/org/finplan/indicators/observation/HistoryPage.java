package org.finplan.indicators.observation;

import java.util.List;
import java.util.Optional;

/**
 * A page of histories.
 *
 * @param versions all versions of the figures of the page: the figures by end and start of their period and by region, the
 *     versions of each in order of arrival
 * @param last the last figure of the page; empty when there is none after it
 */
public record HistoryPage(List<Observation> versions, Optional<HistoryQuery.Position> last) {}
