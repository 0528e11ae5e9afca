package org.finplan.platform.plan;

import java.math.BigDecimal;
import org.finplan.platform.period.Period;

/**
 * A figure that was published about the city, its districts, the province or the country.
 *
 * @param row number of its row in the file, the first figure is 1
 * @param series series code
 * @param kind level, growth_yoy, net_change, change, average_growth or growth_contribution
 * @param region region code
 * @param period the period it is about
 * @param value the figure
 * @param unit unit code
 * @param status preliminary or as-published
 * @param quality official, official-copy, newspaper, other-copy or secondary-unchecked: shown beside the figure
 * @param source title of the source
 */
public record PublishedFigure(
        int row,
        String series,
        String kind,
        String region,
        Period period,
        BigDecimal value,
        String unit,
        String status,
        String quality,
        String source) {}
