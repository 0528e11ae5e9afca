package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of observations. Reads are sets along its primary key; nothing is ever updated. */
@ApplicationScoped
class ObservationRepository {

    /** For each key, the place of its versions in the primary key is visited once. */
    private static final Map<KnowledgeAxis, String> NEWEST =
            KnowledgeAxis.each("SELECT newest.* FROM " + KeyColumns.ROWS + """

            CROSS JOIN LATERAL (
                SELECT * FROM observation o
                WHERE o.indicator = wanted.indicator AND o.region = wanted.region AND o.kind = wanted.kind
                    AND o.period_end = wanted.period_end AND o.period_start = wanted.period_start
                    AND o.variant = wanted.variant AND %1$s <= :as_of
                ORDER BY %2$s LIMIT 1) newest
            """);

    private static final Map<KnowledgeAxis, String> OF_ONE =
            KnowledgeAxis.each("SELECT * FROM observation WHERE id = :id AND %1$s <= :as_of ORDER BY %3$s");

    /** The primary key alone finds the newest versions; only these are read. */
    private static final Map<KnowledgeAxis, String> VALUES = KnowledgeAxis.each("""
            SELECT o.*
            FROM (
                SELECT DISTINCT ON (indicator, region, kind, period_end, period_start, variant)
                    indicator, region, kind, period_end, period_start, variant, version
                FROM observation
                WHERE indicator = ANY (:series) AND region = ANY (:regions) AND kind IN ('level', 'share')
                    AND period_end BETWEEN :from AND :to AND variant IN ('main', 'computed') AND %1$s <= :as_of
                ORDER BY indicator DESC, region DESC, kind DESC, period_end DESC, period_start DESC, variant DESC,
                    %2$s) newest
            JOIN observation o USING (indicator, region, kind, period_end, period_start, variant, version)
            ORDER BY indicator, region, kind, period_end, period_start, variant
            """);

    /** For each series, region and year, one stretch of the primary key. */
    private static final Map<KnowledgeAxis, String> LEVELS = KnowledgeAxis.each("""
            SELECT known.*
            FROM unnest(:indicators::text[], :regions::text[], :firsts::date[], :lasts::date[])
                AS wanted (indicator, region, first_day, last_day)
            CROSS JOIN LATERAL (
                SELECT DISTINCT ON (period_end, period_start) * FROM observation o
                WHERE o.indicator = wanted.indicator AND o.region = wanted.region AND o.kind = 'level'
                    AND o.period_end BETWEEN wanted.first_day AND wanted.last_day
                    AND o.period_start >= wanted.first_day AND o.variant = 'main' AND %1$s <= :as_of
                ORDER BY period_end DESC, period_start DESC, %2$s) known
            WHERE NOT known.withdrawn
            """);

    private static final Map<KnowledgeAxis, String> KEYS = KnowledgeAxis.each("""
            SELECT DISTINCT indicator, region, kind, period_start, period_end
            FROM observation
            WHERE indicator = ANY (:series) AND region = ANY (:regions) AND variant IN ('main', 'computed')
                AND %1$s <= :as_of
            """);

    private static final String BEGUN = """
            SELECT indicator, region, kind, period_start, period_end
            FROM %s JOIN observation USING (indicator, region, kind, period_end, period_start, variant)
            WHERE version = 1 AND (recorded_by = :by OR starts_with(recorded_by, :by || '@'))
            """.formatted(KeyColumns.ROWS);

    private static final String COMPUTED = """
            SELECT DISTINCT ON (region, kind, period_end, period_start) *
            FROM observation
            WHERE indicator = :series AND variant = 'computed'
            ORDER BY region, kind, period_end, period_start, version DESC
            """;

    private static final String KNOWN = """
            SELECT * FROM observation
            WHERE (known_at, id, version) > (:after_known_at, :after_id, :after_version) AND known_at <= :as_of
                AND region = ANY (:regions) AND indicator = ANY (:indicators)
            ORDER BY known_at, id, version LIMIT :rows
            """;

    private static final RowMapper<ObservationKey> KEY = Row.to(row -> new ObservationKey(
            row.text("indicator"),
            row.text("region"),
            ObservationKind.find(row.text("kind")).orElseThrow(),
            row.date("period_start"),
            row.date("period_end"),
            ObservationKey.MAIN));

    private final Jdbi jdbi;

    ObservationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the newest version of each key} */
    List<Observation> newest(Collection<ObservationKey> keys, Knowledge known) {
        return jdbi.withHandle(handle -> KeyColumns.bind(handle.createQuery(NEWEST.get(known.axis())), keys)
                .bind("as_of", known.asOf())
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    /** {@return those of the keys, of the main variant, whose first version somebody recorded} */
    List<ObservationKey> begun(Collection<ObservationKey> keys, String by) {
        return jdbi.withHandle(handle -> KeyColumns.bind(handle.createQuery(BEGUN), keys)
                .bind("by", by)
                .map(KEY)
                .list());
    }

    /** {@return all versions of one observation in the order of the axis} */
    List<Observation> versions(UUID id, Knowledge known) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_ONE.get(known.axis()))
                .bind("id", id)
                .bind("as_of", known.asOf())
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    /** {@return newest main and computed versions of levels and shares, withdrawn ones among them} */
    List<Observation> values(
            Collection<String> series, Collection<String> regions, LocalDate from, LocalDate to, Knowledge known) {
        return jdbi.withHandle(handle -> handle.createQuery(VALUES.get(known.axis()))
                .bindArray("series", String.class, series)
                .bindArray("regions", String.class, regions)
                .bind("from", from)
                .bind("to", to)
                .bind("as_of", known.asOf())
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    /** {@return newest main versions of levels of some calendar years, withdrawn ones left out} */
    List<Observation> levels(Collection<SeriesYear> years, Knowledge known) {
        List<String> indicators = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        List<LocalDate> firsts = new ArrayList<>();
        List<LocalDate> lasts = new ArrayList<>();
        for (SeriesYear year : years) {
            indicators.add(year.indicator());
            regions.add(year.region());
            firsts.add(year.period().start());
            lasts.add(year.period().end());
        }
        return jdbi.withHandle(handle -> handle.createQuery(LEVELS.get(known.axis()))
                .bindArray("indicators", String.class, indicators)
                .bindArray("regions", String.class, regions)
                .bindArray("firsts", LocalDate.class, firsts)
                .bindArray("lasts", LocalDate.class, lasts)
                .bind("as_of", known.asOf())
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    /** {@return what the figures of some series are about, of the main variant} */
    List<ObservationKey> keys(Collection<String> series, Collection<String> regions, Knowledge known) {
        return jdbi.withHandle(handle -> handle.createQuery(KEYS.get(known.axis()))
                .bindArray("series", String.class, series)
                .bindArray("regions", String.class, regions)
                .bind("as_of", known.asOf())
                .map(KEY)
                .list());
    }

    /** {@return the newest computed versions of a series} */
    List<Observation> computed(String series) {
        return jdbi.withHandle(handle -> handle.createQuery(COMPUTED)
                .bind("series", series)
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    /** {@return a page of versions, one more than its limit when there are more} */
    List<Observation> page(SeriesQuery query) {
        return jdbi.withHandle(
                handle -> SeriesStatement.bindPage(handle.createQuery(SeriesStatement.page(query)), query)
                        .map(ObservationRows.OBSERVATION)
                        .list());
    }

    /** {@return how many rows the query has on all its pages} */
    long count(SeriesQuery query) {
        return jdbi.withHandle(handle -> SeriesStatement.bind(handle.createQuery(SeriesStatement.count(query)), query)
                .mapTo(Long.class)
                .one());
    }

    /** {@return what became known after a position, in the order of becoming known, at most so many} */
    List<Observation> known(
            ReplicaPosition after, Instant asOf, Collection<String> regions, Collection<String> indicators, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(KNOWN)
                .bind("after_known_at", after.knownAt())
                .bind("after_id", after.id())
                .bind("after_version", after.version())
                .bind("as_of", asOf)
                .bindArray("regions", String.class, regions)
                .bindArray("indicators", String.class, indicators)
                .bind("rows", rows)
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    void insert(List<Observation> versions) {
        if (versions.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> ObservationInsert.bind(handle.createUpdate(ObservationInsert.SQL), versions)
                .execute());
    }
}
