package org.finplan.indicators.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A question for the histories of figures of one series: of each all versions, withdrawals among them.
 *
 * @param indicator series code
 * @param regions region codes
 * @param kind kind of figure
 * @param from first day that a period may end on
 * @param to last day that a period may end on
 * @param knowledge what was known, and by which time
 * @param after the last figure of the page before; empty for the first page
 * @param limit most figures of a page
 * @param mostVersions how many versions the figures of a page may have together; a page with one figure has all of it
 */
public record HistoryQuery(
        String indicator,
        List<String> regions,
        ObservationKind kind,
        LocalDate from,
        LocalDate to,
        Knowledge knowledge,
        Optional<Position> after,
        int limit,
        int mostVersions) {

    /**
     * The position of a figure in the order of all pages: by the end of the period, its start, and the region.
     *
     * @param end last day of the period
     * @param start first day of the period
     * @param region region code
     */
    public record Position(LocalDate end, LocalDate start, String region) {

        /** {@return its parts, for a cursor} */
        public String[] keys() {
            return new String[] {end.toString(), start.toString(), region};
        }
    }

    /**
     * A figure with how many versions it has.
     *
     * @param position its position
     * @param versions number of versions that are known
     */
    record Sized(Position position, int versions) {}

    /** {@return the first of some figures as far as they make a page; never empty unless there are none} */
    List<Sized> page(List<Sized> figures) {
        long versions = 0;
        int size = 0;
        while (size < Math.min(limit, figures.size())) {
            versions += figures.get(size).versions();
            if (size > 0 && versions > mostVersions) {
                break;
            }
            size++;
        }
        return figures.subList(0, size);
    }
}
