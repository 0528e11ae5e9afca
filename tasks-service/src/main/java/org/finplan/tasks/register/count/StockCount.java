package org.finplan.tasks.register.count;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The arithmetic of a count: what there was at first, what entered, what left, and what there is then. */
final class StockCount {

    private final int fields;
    private final List<Stock> opening;
    private final List<Turnover> turnovers;

    /**
     * Starts with what is known.
     *
     * @param fields how many fields are added up
     * @param opening opening stock by regions, none when there is none or it is not known
     * @param turnovers what entered and left since, by regions and years
     */
    StockCount(int fields, List<Stock> opening, List<Turnover> turnovers) {
        this.fields = fields;
        this.opening = opening;
        this.turnovers = turnovers;
    }

    /**
     * What a region had.
     *
     * @param region the region
     * @param count how many
     * @param sums what the counted fields add up to, in the order of the fields
     */
    record Stock(String region, long count, List<BigDecimal> sums) {}

    /**
     * A line of the count.
     *
     * @param region the region, or null for all
     * @param year the year, or null for all
     * @param opening how many there were before
     * @param moved what entered and left
     * @param openingSums what the counted fields added up to before
     */
    record Line(
            @Nullable String region,
            @Nullable Integer year,
            long opening,
            Turnover moved,
            List<BigDecimal> openingSums) {

        /** {@return how many there are: the opening, and what entered, without what left} */
        long count() {
            return opening + moved.entered() - moved.left();
        }

        /** {@return what the counted fields add up to then} */
        List<BigDecimal> sums() {
            List<BigDecimal> sums = new ArrayList<>();
            for (int i = 0; i < openingSums.size(); i++) {
                sums.add(openingSums
                        .get(i)
                        .add(moved.enteredSums().get(i))
                        .subtract(moved.leftSums().get(i)));
            }
            return sums;
        }
    }

    /** {@return the line of all regions and years} */
    Line total() {
        return lines(false, false).get(0);
    }

    /**
     * Breaks the count down. The lines of a region follow each other: what a year ends with the next one begins with.
     *
     * @param byRegion whether each region has its lines
     * @param byYear whether each year in which something moved has its line
     * @return the lines, by region and year
     */
    List<Line> lines(boolean byRegion, boolean byYear) {
        Map<String, Stock> stocks = new TreeMap<>();
        Map<String, Map<Integer, Turnover>> moved = new TreeMap<>();
        if (!byRegion) {
            stocks.put("", new Stock("", 0, Turnover.zeros(fields)));
        }
        for (Stock stock : opening) {
            String region = byRegion ? stock.region() : "";
            stocks.merge(
                    region,
                    stock,
                    (one, other) ->
                            new Stock(region, one.count() + other.count(), Turnover.sums(one.sums(), other.sums())));
        }
        for (Turnover turnover : turnovers) {
            String region = byRegion ? turnover.region() : "";
            int year = byYear ? turnover.year() : 0;
            stocks.computeIfAbsent(region, none -> new Stock(region, 0, Turnover.zeros(fields)));
            moved.computeIfAbsent(region, none -> new TreeMap<>()).merge(year, turnover, Turnover::plus);
        }
        List<Line> lines = new ArrayList<>();
        stocks.forEach((region, stock) -> lines.addAll(
                lines(byRegion ? region : null, byYear, stock, moved.getOrDefault(region, new LinkedHashMap<>()))));
        return lines;
    }

    private List<Line> lines(@Nullable String region, boolean byYear, Stock stock, Map<Integer, Turnover> moved) {
        List<Line> lines = new ArrayList<>();
        if (moved.isEmpty() && !byYear) {
            lines.add(new Line(region, null, stock.count(), Turnover.none("", 0, fields), stock.sums()));
        }
        long before = stock.count();
        List<BigDecimal> sums = stock.sums();
        for (Map.Entry<Integer, Turnover> year : moved.entrySet()) {
            Line line = new Line(region, byYear ? year.getKey() : null, before, year.getValue(), sums);
            lines.add(line);
            before = line.count();
            sums = line.sums();
        }
        return lines;
    }
}
