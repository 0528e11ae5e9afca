package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.observation.SourceColumns;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Staged;
import org.finplan.platform.period.Period;

/** The table of figures that wait for their release. */
@ApplicationScoped
class StagedRepository {

    private static final String KEY = "indicator, region, kind, period_end, period_start, variant";

    private static final String NEWEST = "SELECT DISTINCT ON (" + KEY + ") * FROM staged_observation WHERE release = ?"
            + " ORDER BY " + KEY + ", attempt DESC";

    private static final String ATTEMPTS =
            "SELECT " + KEY + ", max(attempt) AS attempt FROM staged_observation WHERE release = ? GROUP BY " + KEY;

    private static final String INSERT = """
            INSERT INTO staged_observation (release, indicator, region, kind, period_end, period_start, variant, attempt,
                period, value, unit, delivered_value, delivered_unit, comparator, status, reason,
                source_title, source_reference, source_clause, also_in, quality,
                printed, derivation, note, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The figures of a published release, as they were then. */
    private static final String PUBLISHED = "SELECT * FROM observation WHERE release = ? ORDER BY " + KEY;

    private final Database database;

    StagedRepository(Database database) {
        this.database = database;
    }

    /** {@return the newest attempt of each figure, in the order of the keys} */
    List<Staged> staged(UUID release, Publication publication) {
        return database.query(NEWEST, row -> map(row, publication), release);
    }

    /** {@return the figures that the release brought, in the order of the keys} */
    List<Staged> published(UUID release, Publication publication) {
        return database.query(PUBLISHED, row -> map(row, publication), release);
    }

    /** {@return how often each figure was staged so far} */
    Map<ObservationKey, Integer> attempts(UUID release) {
        Map<ObservationKey, Integer> attempts = new HashMap<>();
        database.query(ATTEMPTS, row -> Map.entry(key(row), row.integer("attempt")), release)
                .forEach(entry -> attempts.put(entry.getKey(), entry.getValue()));
        return attempts;
    }

    void insert(
            UUID release, Map<ObservationKey, Integer> attempts, List<NewObservation> figures, Instant at, String by) {
        database.insert(
                INSERT,
                figures.stream()
                        .map(figure -> parameters(release, attempts.getOrDefault(figure.key(), 0) + 1, figure, at, by))
                        .toList());
    }

    private static Object[] parameters(UUID release, int attempt, NewObservation staged, Instant at, String by) {
        ObservationKey key = staged.key();
        Figure figure = staged.figure();
        Source source = staged.source();
        return new Object[] {
            release,
            key.indicator(),
            key.region(),
            key.kind().code(),
            key.end(),
            key.start(),
            key.variant(),
            attempt,
            staged.period().text(),
            figure.value(),
            figure.unit(),
            figure.deliveredValue(),
            figure.deliveredUnit(),
            figure.comparator(),
            staged.status() == null ? null : staged.status().code(),
            staged.reason() == null ? null : staged.reason().code(),
            source.title(),
            source.reference(),
            source.clause(),
            source.alsoIn(),
            source.quality(),
            figure.printed(),
            figure.derivation(),
            staged.note(),
            at,
            by
        };
    }

    private static ObservationKey key(Row row) throws SQLException {
        return new ObservationKey(
                row.text("indicator"),
                row.text("region"),
                ObservationKind.find(row.text("kind")).orElseThrow(),
                row.date("period_start"),
                row.date("period_end"),
                row.text("variant"));
    }

    private static Staged map(Row row, Publication publication) throws SQLException {
        NewObservation figure = new NewObservation(
                key(row),
                Period.parse(row.text("period")),
                new Figure(
                        row.decimal("value"),
                        row.text("unit"),
                        row.decimal("delivered_value"),
                        row.text("delivered_unit"),
                        row.text("comparator"),
                        row.text("printed"),
                        row.text("derivation")),
                Optional.ofNullable(row.text("status"))
                        .flatMap(ObservationStatus::find)
                        .orElse(null),
                Optional.ofNullable(row.text("reason"))
                        .flatMap(RevisionReason::find)
                        .orElse(null),
                SourceColumns.read(row),
                row.text("note"),
                publication);
        return new Staged(figure, row.instant("recorded_at"), row.text("recorded_by"));
    }
}
