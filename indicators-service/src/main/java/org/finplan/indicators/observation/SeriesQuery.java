package org.finplan.indicators.observation;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param knowledge what was known, and by which time
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
        Knowledge knowledge,
        Instant updatedAfter,
        Vintages vintages,
        boolean descending,
        Optional<Position> after,
        int limit) {

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

        /** {@return its parts, for a cursor} */
        public String[] keys() {
            return new String[] {region, kind, end.toString(), start.toString(), variant, Integer.toString(version)};
        }
    }
}
