package org.finplan.indicators.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A question for figures of one series.
 *
 * @param indicator series code
 * @param regions region codes
 * @param kinds kinds of figures
 * @param from first day that a period may end on
 * @param to last day that a period may end on
 * @param asOf the answer as it was known then
 * @param vintages which versions
 * @param descending whether newest periods come first
 * @param after the last row of the page before; empty for the first page
 * @param limit size of a page
 */
record SeriesQuery(
        String indicator,
        List<String> regions,
        Collection<ObservationKind> kinds,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        Vintages vintages,
        boolean descending,
        Optional<Place> after,
        int limit) {

    private static final String ORDER = "region, kind, period_end, period_start, variant, version";
    private static final String REVERSE_ORDER =
            "region DESC, kind DESC, period_end DESC, period_start DESC, variant DESC, version DESC";

    /** Which versions of each figure. */
    enum Vintages {
        /** The newest, withdrawn figures left out. */
        LATEST,
        /** The first. */
        FIRST,
        /** All, withdrawals among them. */
        ALL
    }

    /** A place in the order of the rows. */
    record Place(String region, String kind, LocalDate end, LocalDate start, String variant, int version) {

        static Place of(Observation version) {
            ObservationKey key = version.key();
            return new Place(key.region(), key.kind().code(), key.end(), key.start(), key.variant(), version.version());
        }

        List<Object> parameters() {
            return List.of(region, kind, end, start, variant, version);
        }
    }

    String sql() {
        String beyond =
                after.isEmpty() ? "" : " WHERE (" + ORDER + ") " + (descending ? "<" : ">") + " (?, ?, ?, ?, ?, ?)";
        return "SELECT * FROM (" + versions() + ") versions" + beyond + " ORDER BY "
                + (descending ? REVERSE_ORDER : ORDER) + " LIMIT ?";
    }

    Object[] parameters() {
        List<Object> parameters = filter();
        after.ifPresent(place -> parameters.addAll(place.parameters()));
        parameters.add(limit + 1);
        return parameters.toArray();
    }

    String countSql() {
        return "SELECT count(*)::int AS total FROM (" + versions() + ") versions";
    }

    Object[] countParameters() {
        return filter().toArray();
    }

    private List<Object> filter() {
        List<Object> parameters = new ArrayList<>();
        parameters.add(indicator);
        parameters.add(regions);
        parameters.add(kinds.stream().map(ObservationKind::code).toList());
        parameters.add(from);
        parameters.add(to);
        parameters.add(asOf);
        return parameters;
    }

    private String versions() {
        String filtered = "FROM observation WHERE indicator = ? AND region = ANY (?) AND kind = ANY (?)"
                + " AND period_end BETWEEN ? AND ? AND recorded_at <= ?";
        return switch (vintages) {
            case ALL -> "SELECT * " + filtered;
            case FIRST -> "SELECT * " + filtered + " AND version = 1";
            case LATEST ->
                "SELECT * FROM (SELECT DISTINCT ON (region, kind, period_end, period_start, variant) * "
                        + filtered + " ORDER BY region, kind, period_end, period_start, variant, version DESC) newest"
                        + " WHERE NOT withdrawn";
        };
    }
}
