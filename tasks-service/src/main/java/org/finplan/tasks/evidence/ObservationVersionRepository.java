package org.finplan.tasks.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The projection of what is in force of each observation: its newest version that was told. */
@ApplicationScoped
class ObservationVersionRepository {

    private static final String STORE = """
            INSERT INTO observation_version (observation, version, withdrawn, indicator, region, period, period_start,
                                             period_end, kind, recorded_at, event)
            VALUES (:observation, :version, :withdrawn, :indicator, :region, :period, :periodStart, :periodEnd, :kind,
                    :recordedAt, :event)
            ON CONFLICT (observation) DO UPDATE SET
                version = excluded.version, withdrawn = excluded.withdrawn, recorded_at = excluded.recorded_at,
                event = excluded.event
            WHERE observation_version.version < excluded.version""";

    private static final String NEWEST = """
            SELECT observation, version, withdrawn FROM observation_version WHERE observation = ANY (:observations)""";

    /** Of periods that end together the longest is the newest figure: the year before its last quarter. */
    private static final String FIGURES = """
            SELECT s.indicator, s.region, o.observation, o.version, o.period
            FROM unnest(:indicators, :regions) AS s (indicator, region)
            CROSS JOIN LATERAL (
                SELECT observation, version, period FROM observation_version
                WHERE indicator = s.indicator AND region = s.region AND NOT withdrawn
                ORDER BY period_end DESC, period_start, kind = 'level' DESC, observation LIMIT 1) AS o""";

    private final Jdbi jdbi;

    ObservationVersionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Stores a version, unless it or a later one is known.
     *
     * @param told the version
     * @return whether it was stored
     */
    boolean store(ObservationVersion told) {
        Period period = Period.parse(told.period());
        return jdbi.withHandle(handle -> handle.createUpdate(STORE)
                        .bind("observation", told.observation())
                        .bind("version", told.newest().version())
                        .bind("withdrawn", told.newest().withdrawn())
                        .bind("indicator", told.indicator())
                        .bind("region", told.region())
                        .bind("period", told.period())
                        .bind("periodStart", period.start())
                        .bind("periodEnd", period.end())
                        .bind("kind", told.kind())
                        .bind("recordedAt", told.recordedAt())
                        .bind("event", told.event())
                        .execute())
                == 1;
    }

    Map<UUID, NewestVersion> newest(Collection<UUID> observations) {
        Map<UUID, NewestVersion> known = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(NEWEST)
                .bindArray("observations", UUID.class, List.copyOf(observations))
                .map(Row.to(row -> known.put(
                        row.uuid("observation"), new NewestVersion(row.integer("version"), row.flag("withdrawn")))))
                .list());
        return known;
    }

    /**
     * Finds the newest figures of series, in one statement.
     *
     * @param series the series
     * @return those of which a figure is known that is not withdrawn
     */
    Map<Figures.Series, Figures.Known> figures(Collection<Figures.Series> series) {
        Map<Figures.Series, Figures.Known> known = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(FIGURES)
                .bindArray(
                        "indicators",
                        String.class,
                        series.stream().map(Figures.Series::indicator).toList())
                .bindArray(
                        "regions",
                        String.class,
                        series.stream().map(Figures.Series::region).toList())
                .map(Row.to(row -> known.put(
                        new Figures.Series(row.text("indicator"), row.text("region")),
                        new Figures.Known(row.uuid("observation"), row.integer("version"), row.text("period")))))
                .list());
        return known;
    }
}
