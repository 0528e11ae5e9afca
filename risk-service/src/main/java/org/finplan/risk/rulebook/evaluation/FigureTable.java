package org.finplan.risk.rulebook.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.finplan.risk.rulebook.judgement.Reading;

/** What an institution reported as numbers for estimates: one column for each metric, NaN where nothing was reported. */
final class FigureTable {

    private final double[][] columns;

    /** The least and the greatest figure of each column, NaN where one is missing. */
    private final double[] least;

    private final double[] greatest;

    /** Last days of the periods, counted from 1970. */
    private final long[] ends;

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    FigureTable(List<Reading> readings, Map<String, Integer> numbers) {
        columns = new double[numbers.size()][readings.size()];
        for (double[] column : columns) {
            Arrays.fill(column, Double.NaN);
        }
        ends = new long[readings.size()];
        for (int period = 0; period < ends.length; period++) {
            for (Map.Entry<String, BigDecimal> figure :
                    readings.get(period).values().entrySet()) {
                Integer number = numbers.get(figure.getKey());
                if (number != null) {
                    columns[number][period] = figure.getValue().doubleValue();
                }
            }
            ends[period] = readings.get(period).period().end().toEpochDay();
            first = Math.min(first, ends[period]);
            last = Math.max(last, ends[period]);
        }
        least = new double[columns.length];
        greatest = new double[columns.length];
        for (int number = 0; number < columns.length; number++) {
            least[number] = Double.POSITIVE_INFINITY;
            greatest[number] = Double.NEGATIVE_INFINITY;
            for (double figure : columns[number]) {
                least[number] = Math.min(least[number], figure);
                greatest[number] = Math.max(greatest[number], figure);
            }
        }
    }

    /** {@return the least figure of a metric, NaN when one is missing} */
    double least(int number) {
        return least[number];
    }

    /** {@return the greatest figure of a metric, NaN when one is missing} */
    double greatest(int number) {
        return greatest[number];
    }

    int periods() {
        return ends.length;
    }

    double[][] columns() {
        return columns;
    }

    long end(int period) {
        return ends[period];
    }

    /** {@return the earliest last day of a period} */
    long firstEnd() {
        return first;
    }

    /** {@return the latest last day of a period} */
    long lastEnd() {
        return last;
    }
}
