package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;
import org.finplan.platform.period.Period;

/** The table of observations. Reads are sets along its primary key; nothing is ever updated. */
@ApplicationScoped
class ObservationRepository {

    /** For each key, the place of its versions in the primary key is visited once. */
    private static final String NEWEST = """
            SELECT newest.*
            FROM unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[])
                AS wanted (indicator, region, kind, period_end, period_start, variant)
            CROSS JOIN LATERAL (
                SELECT * FROM observation o
                WHERE o.indicator = wanted.indicator AND o.region = wanted.region AND o.kind = wanted.kind
                    AND o.period_end = wanted.period_end AND o.period_start = wanted.period_start
                    AND o.variant = wanted.variant AND o.known_at <= ?
                ORDER BY o.version DESC LIMIT 1) newest
            """;

    private static final String OF_ONE = "SELECT * FROM observation WHERE id = ? AND known_at <= ? ORDER BY version";

    private static final String INSERT = """
            INSERT INTO observation (indicator, region, kind, period_end, period_start, variant, version, id, period,
                value, unit, delivered_value, delivered_unit, comparator, status, withdrawn, reason,
                source_title, source_reference, source_clause, also_in, quality,
                printed, derivation, note, recorded_at, recorded_by, released_at, release, audience)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The primary key alone finds the newest versions; only these are read. */
    private static final String VALUES = """
            SELECT o.*
            FROM (
                SELECT DISTINCT ON (indicator, region, kind, period_end, period_start, variant)
                    indicator, region, kind, period_end, period_start, variant, version
                FROM observation
                WHERE indicator = ANY (?) AND region = ANY (?) AND kind IN ('level', 'share')
                    AND period_end BETWEEN ? AND ? AND variant IN ('main', 'computed') AND known_at <= ?
                ORDER BY indicator DESC, region DESC, kind DESC, period_end DESC, period_start DESC, variant DESC,
                    version DESC) newest
            JOIN observation o USING (indicator, region, kind, period_end, period_start, variant, version)
            ORDER BY indicator, region, kind, period_end, period_start, variant
            """;

    private static final String KEYS = """
            SELECT DISTINCT indicator, region, kind, period_start, period_end
            FROM observation
            WHERE indicator = ANY (?) AND region = ANY (?) AND variant IN ('main', 'computed') AND known_at <= ?
            """;

    private static final String COMPUTED = """
            SELECT DISTINCT ON (region, kind, period_end, period_start) *
            FROM observation
            WHERE indicator = ? AND variant = 'computed'
            ORDER BY region, kind, period_end, period_start, version DESC
            """;

    private static final String KNOWN = """
            SELECT * FROM observation
            WHERE (known_at, id, version) > (?, ?, ?) AND known_at <= ? AND region = ANY (?) AND indicator = ANY (?)
            ORDER BY known_at, id, version LIMIT ?
            """;

    private final Database database;

    ObservationRepository(Database database) {
        this.database = database;
    }

    /** {@return the version of each key that was the newest at an instant} */
    List<Observation> newest(Collection<ObservationKey> keys, Instant asOf) {
        List<String> indicators = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<LocalDate> ends = new ArrayList<>();
        List<LocalDate> starts = new ArrayList<>();
        List<String> variants = new ArrayList<>();
        for (ObservationKey key : keys) {
            indicators.add(key.indicator());
            regions.add(key.region());
            kinds.add(key.kind().code());
            ends.add(key.end());
            starts.add(key.start());
            variants.add(key.variant());
        }
        return database.query(
                NEWEST, ObservationRepository::map, indicators, regions, kinds, ends, starts, variants, asOf);
    }

    /** {@return all versions of one observation in order, as known at an instant} */
    List<Observation> versions(UUID id, Instant asOf) {
        return database.query(OF_ONE, ObservationRepository::map, id, asOf);
    }

    /**
     * Reads the judged values: newest main and computed versions of levels and shares as known at an instant, withdrawn ones among
     * them.
     */
    List<Observation> values(
            Collection<String> series, Collection<String> regions, LocalDate from, LocalDate to, Instant asOf) {
        return database.query(VALUES, ObservationRepository::map, series, regions, from, to, asOf);
    }

    /** {@return what the figures of some series are about, of the main variant} */
    List<ObservationKey> keys(Collection<String> series, Collection<String> regions, Instant asOf) {
        return database.query(
                KEYS,
                row -> new ObservationKey(
                        row.text("indicator"),
                        row.text("region"),
                        ObservationKind.find(row.text("kind")).orElseThrow(),
                        row.date("period_start"),
                        row.date("period_end"),
                        ObservationKey.MAIN),
                series,
                regions,
                asOf);
    }

    /** {@return the newest computed versions of a series} */
    List<Observation> computed(String series) {
        return database.query(COMPUTED, ObservationRepository::map, series);
    }

    /** {@return a page of versions, one more than its limit when there are more} */
    List<Observation> page(SeriesQuery query) {
        return database.query(query.sql(), ObservationRepository::map, query.parameters());
    }

    /** {@return how many rows the query has on all its pages} */
    long count(SeriesQuery query) {
        return database.query(query.countSql(), row -> (long) row.integer("total"), query.countParameters())
                .get(0);
    }

    /**
     * Reads what became known, in the order of becoming known.
     *
     * @param after where to go on
     * @param asOf the answer as it was known then
     * @param regions region codes
     * @param indicators series codes
     * @param limit size of the page
     * @return one more than the limit when there are more
     */
    List<Observation> known(
            ReplicaPosition after, Instant asOf, Collection<String> regions, Collection<String> indicators, int limit) {
        return database.query(
                KNOWN,
                ObservationRepository::map,
                after.knownAt(),
                after.id(),
                after.version(),
                asOf,
                regions,
                indicators,
                limit + 1);
    }

    void insert(List<Observation> versions) {
        database.insert(
                INSERT, versions.stream().map(ObservationRepository::parameters).toList());
    }

    private static Object[] parameters(Observation version) {
        ObservationKey key = version.key();
        Figure figure = version.figure();
        Source source = version.source();
        return new Object[] {
            key.indicator(),
            key.region(),
            key.kind().code(),
            key.end(),
            key.start(),
            key.variant(),
            version.version(),
            version.id(),
            version.period().text(),
            figure.value(),
            figure.unit(),
            figure.deliveredValue(),
            figure.deliveredUnit(),
            figure.comparator(),
            version.status().code(),
            version.withdrawn(),
            version.reason() == null ? null : version.reason().code(),
            source.title(),
            source.reference(),
            source.clause(),
            source.alsoIn(),
            source.quality(),
            figure.printed(),
            figure.derivation(),
            version.note(),
            version.recordedAt(),
            version.recordedBy(),
            version.publication().releasedAt(),
            version.publication().release(),
            version.publication().audience().code()
        };
    }

    static Observation map(Row row) throws SQLException {
        return new Observation(
                row.uuid("id"),
                row.integer("version"),
                new ObservationKey(
                        row.text("indicator"),
                        row.text("region"),
                        ObservationKind.find(row.text("kind")).orElseThrow(),
                        row.date("period_start"),
                        row.date("period_end"),
                        row.text("variant")),
                Period.parse(row.text("period")),
                new Figure(
                        row.decimal("value"),
                        row.text("unit"),
                        row.decimal("delivered_value"),
                        row.text("delivered_unit"),
                        row.text("comparator"),
                        row.text("printed"),
                        row.text("derivation")),
                ObservationStatus.find(row.text("status")).orElseThrow(),
                row.flag("withdrawn"),
                Optional.ofNullable(row.text("reason"))
                        .flatMap(RevisionReason::find)
                        .orElse(null),
                SourceColumns.read(row),
                row.text("note"),
                row.instant("recorded_at"),
                row.text("recorded_by"),
                new Publication(
                        row.instant("released_at"),
                        row.uuid("release"),
                        Audience.find(row.text("audience")).orElseThrow()));
    }
}
