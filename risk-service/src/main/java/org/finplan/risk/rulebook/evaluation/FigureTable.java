package org.finplan.risk.rulebook.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.finplan.risk.rulebook.judgement.Reading;

/** What an institution reported as numbers for estimates: one row for each period, NaN where nothing was reported. */
final class FigureTable {

    private final double[][] rows;

    /** Last days of the periods, counted from 1970. */
    private final long[] ends;

    FigureTable(List<Reading> readings, Map<String, Integer> numbers) {
        rows = new double[readings.size()][numbers.size()];
        ends = new long[readings.size()];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            Arrays.fill(row, Double.NaN);
            for (Map.Entry<String, BigDecimal> figure : readings.get(i).values().entrySet()) {
                Integer number = numbers.get(figure.getKey());
                if (number != null) {
                    row[number] = figure.getValue().doubleValue();
                }
            }
            ends[i] = readings.get(i).period().end().toEpochDay();
        }
    }

    int periods() {
        return rows.length;
    }

    double[] figures(int period) {
        return rows[period];
    }

    long end(int period) {
        return ends[period];
    }
}
