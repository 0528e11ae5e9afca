package org.finplan.indicators.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
 * @param updatedAfter only what became known after this, withdrawals among it; null for all
 * @param vintages which versions
 * @param descending whether newest periods come first
 * @param after the last row of the page before; empty for the first page
 * @param limit size of a page
 */
public record SeriesQuery(
        String indicator,
        List<String> regions,
        Collection<ObservationKind> kinds,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        Instant updatedAfter,
        Vintages vintages,
        boolean descending,
        Optional<Position> after,
        int limit) {

    private static final String KEY = "region, kind, period_end, period_start, variant";
    private static final String ORDER = KEY + ", version";
    private static final String REVERSE_ORDER =
            "region DESC, kind DESC, period_end DESC, period_start DESC, variant DESC, version DESC";

    /** Which versions of each figure. */
    public enum Vintages {
        /** The newest, withdrawn figures left out. */
        LATEST,
        /** The first. */
        FIRST,
        /** All, withdrawals among them. */
        ALL,
        /** Those whose value is another one than before, withdrawals among them. */
        CHANGED;

        /**
         * Finds versions by their code.
         *
         * @param code such as {@code latest}
         * @return the versions, empty when there are none
         */
        public static Optional<Vintages> find(String code) {
            return Arrays.stream(values())
                    .filter(vintages -> vintages.code().equals(code))
                    .findFirst();
        }

        /** {@return all codes} */
        public static List<String> codes() {
            return Arrays.stream(values()).map(Vintages::code).toList();
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The position of a row in the order of all pages. */
    public record Position(String region, String kind, LocalDate end, LocalDate start, String variant, int version) {

        /** {@return the position of a version} */
        public static Position of(Observation version) {
            ObservationKey key = version.key();
            return new Position(
                    key.region(), key.kind().code(), key.end(), key.start(), key.variant(), version.version());
        }

        /** {@return its parts in the order of the columns} */
        public List<Object> parameters() {
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
        after.ifPresent(position -> parameters.addAll(position.parameters()));
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
        if (updatedAfter != null) {
            parameters.add(updatedAfter);
        }
        return parameters;
    }

    private String versions() {
        String known = "FROM observation WHERE indicator = ? AND region = ANY (?) AND kind = ANY (?)"
                + " AND period_end BETWEEN ? AND ? AND known_at <= ?";
        String news = updatedAfter == null ? "" : " AND known_at > ?";
        return switch (vintages) {
            case ALL -> "SELECT * " + known + news;
            case FIRST -> "SELECT * " + known + news + " AND version = 1";
            // The primary key alone finds the newest versions; only these are read. A replica must learn of a
            // withdrawal; a reader of the present must not meet one.
            case LATEST ->
                "SELECT o.* FROM (SELECT DISTINCT ON (" + KEY + ") indicator, " + ORDER + " " + known + news
                        + " ORDER BY "
                        + REVERSE_ORDER + ") newest JOIN observation o USING (indicator, " + ORDER + ")"
                        + (updatedAfter == null ? " WHERE NOT o.withdrawn" : "");
            case CHANGED ->
                "SELECT * FROM (SELECT *, lag(value) OVER before AS value_before,"
                        + " lag(withdrawn) OVER before AS withdrawn_before " + known
                        + " WINDOW before AS (PARTITION BY " + KEY + " ORDER BY version)) following"
                        + " WHERE (version = 1 OR withdrawn <> withdrawn_before"
                        + " OR value IS DISTINCT FROM value_before)" + news;
        };
    }
}
