package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.finplan.indicators.database.Database;

/**
 * Reads what is published: for each figure the newest version whose audience is public: it stands in a
 * published document, or a public release brought it. Other reports to the suite and
 * values derived from other figures are not published. Whatever was taken back is gone, even by a withdrawal that was not
 * published itself.
 */
@ApplicationScoped
public class PublicFigures {

    private static final String KEY = "indicator, region, kind, period_end, period_start, variant";
    private static final int KEYS = 6;

    private final Database database;

    PublicFigures(Database database) {
        this.database = database;
    }

    /**
     * Which figures.
     *
     * @param indicators series codes
     * @param regions region codes
     * @param kinds codes of kinds
     * @param from first day that a period may end on
     * @param to last day that a period may end on
     */
    public record Selection(
            Collection<String> indicators,
            Collection<String> regions,
            Collection<String> kinds,
            LocalDate from,
            LocalDate to) {}

    /** {@return the figures after a position in their order, at most so many} */
    public List<Observation> page(Selection selection, Optional<List<Object>> after, int rows) {
        List<Object> parameters = parameters(selection);
        after.ifPresent(parameters::addAll);
        parameters.add(rows);
        String sql = "SELECT *" + newest(after.isPresent()) + " ORDER BY " + KEY + " LIMIT ?";
        return database.query(sql, ObservationRepository::map, parameters.toArray());
    }

    /** {@return how many figures there are on all pages} */
    public long count(Selection selection) {
        String sql = "SELECT count(*)::int AS total" + newest(false);
        return database.query(
                        sql,
                        row -> (long) row.integer("total"),
                        parameters(selection).toArray())
                .get(0);
    }

    /** Goes along the primary key, whose order is that of the pages. */
    private static String newest(boolean goesOn) {
        return " FROM (SELECT DISTINCT ON (" + KEY + ") * FROM observation"
                + " WHERE indicator = ANY (?) AND region = ANY (?) AND kind = ANY (?) AND period_end BETWEEN ? AND ?"
                + " AND (audience = 'public' OR withdrawn)"
                + (goesOn ? " AND (" + KEY + ") > (?, ?, ?, ?, ?, ?)" : "")
                + " ORDER BY " + KEY + ", version DESC) newest WHERE NOT withdrawn";
    }

    private static List<Object> parameters(Selection selection) {
        return new ArrayList<>(List.of(
                selection.indicators(), selection.regions(), selection.kinds(), selection.from(), selection.to()));
    }

    /** {@return the position of a figure in the order, in the form of a cursor} */
    public static String[] keys(Observation figure) {
        ObservationKey key = figure.key();
        return new String[] {
            key.indicator(),
            key.region(),
            key.kind().code(),
            key.end().toString(),
            key.start().toString(),
            key.variant()
        };
    }

    /** {@return the position that a cursor names, empty when it names none} */
    public static Optional<List<Object>> position(List<String> keys) {
        if (keys.size() != KEYS) {
            return Optional.empty();
        }
        try {
            return Optional.of(List.of(
                    keys.get(0),
                    keys.get(1),
                    keys.get(2),
                    LocalDate.parse(keys.get(3)),
                    LocalDate.parse(keys.get(4)),
                    keys.get(5)));
        } catch (DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
