package org.finplan.risk.npl;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The newest version of each ratio, a projection of the observations. */
@ApplicationScoped
class NplFigureRepository {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:day, 0))";

    /** A withdrawal names no unit; the figure keeps the one that it had. */
    private static final String KEEP = """
            INSERT INTO npl_figure AS known
                (region, period, period_end, value, unit, observation, version, event, sequence, recorded_at)
            VALUES (:region, :period, :periodEnd, :value, :unit, :observation, :version, :event, :sequence, :recordedAt)
            ON CONFLICT (region, period) DO UPDATE SET
                value = excluded.value, unit = coalesce(excluded.unit, known.unit), observation = excluded.observation,
                version = excluded.version, event = excluded.event, sequence = excluded.sequence,
                recorded_at = excluded.recorded_at
            WHERE known.sequence < excluded.sequence""";

    private static final String OF_DAY =
            "SELECT * FROM npl_figure WHERE period_end = :periodEnd ORDER BY region, period";

    private final Jdbi jdbi;

    NplFigureRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Lets no other transaction compare figures of the same day until this one ends. The city's and the province's figure
     * arrive in different partitions: without the lock each of two transactions could miss the figure of the other.
     */
    void lock(LocalDate periodEnd) {
        jdbi.withHandle(handle -> handle.createQuery(LOCK)
                .bind("day", "npl_figure/" + periodEnd)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Keeps a figure in the place of its version before.
     *
     * @param figure the figure
     * @return false when this event or a newer one was taken already, so that it was not kept
     */
    boolean keep(NplFigure figure) {
        return jdbi.withHandle(handle -> handle.createUpdate(KEEP)
                        .bind("region", figure.region())
                        .bind("period", figure.period())
                        .bind("periodEnd", Period.parse(figure.period()).end())
                        .bind("value", figure.value())
                        .bind("unit", figure.unit())
                        .bind("observation", figure.observation())
                        .bind("version", figure.version())
                        .bind("event", figure.event())
                        .bind("sequence", figure.sequence())
                        .bind("recordedAt", figure.recordedAt())
                        .execute()
                > 0);
    }

    /** Reads the figures of all periods that end on a day. */
    List<NplFigure> of(LocalDate periodEnd) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_DAY)
                .bind("periodEnd", periodEnd)
                .map(Row.to(NplFigureRepository::figure))
                .list());
    }

    private static NplFigure figure(Row row) throws SQLException {
        return new NplFigure(
                row.text("region"),
                row.text("period"),
                row.decimal("value"),
                row.text("unit"),
                row.uuid("observation"),
                row.integer("version"),
                row.uuid("event"),
                row.number("sequence"),
                row.instant("recorded_at"));
    }
}
