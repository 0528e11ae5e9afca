package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.FigurePosition;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.SourceColumns;
import org.finplan.indicators.planlife.WaitingFigures;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Staged;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The table of figures that wait for their release. */
@ApplicationScoped
class StagedRepository implements WaitingFigures {

    private static final String KEY = "indicator, region, kind, period_end, period_start, variant";

    private static final String NEWEST = "SELECT DISTINCT ON (" + KEY
            + ") * FROM staged_observation WHERE release = :release" + " ORDER BY " + KEY + ", attempt DESC";

    private static final String BEYOND = " WHERE (" + KEY + ")"
            + " > (:after_indicator, :after_region, :after_kind, :after_end, :after_start, :after_variant)";

    private static final String ATTEMPTS = "SELECT " + KEY
            + ", max(attempt) AS attempt FROM staged_observation WHERE release = :release GROUP BY " + KEY;

    private static final String WAITING = """
            SELECT s.release, s.indicator, s.region, s.kind, s.period_start, s.period_end
            FROM (SELECT DISTINCT release, indicator, region, kind, period_end, period_start, variant
                FROM staged_observation WHERE indicator = ANY (:series)) s
            WHERE NOT EXISTS (SELECT FROM release_end e WHERE e.release = s.release)
            """;

    private static final String INSERT = """
            INSERT INTO staged_observation (release, indicator, region, kind, period_end, period_start, variant, attempt,
                period, value, unit, delivered_value, delivered_unit, comparator, status, reason,
                source_title, source_reference, source_clause, also_in, quality, source_named,
                printed, derivation, definition, note, recorded_at, recorded_by)
            VALUES (:release, :indicator, :region, :kind, :period_end, :period_start, :variant, :attempt,
                :period, :value, :unit, :delivered_value, :delivered_unit, :comparator, :status, :reason,
                :source_title, :source_reference, :source_clause, :also_in, :quality, :source_named,
                :printed, :derivation, :definition, :note, :recorded_at, :recorded_by)
            """;

    private final Jdbi jdbi;

    StagedRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the newest attempt of each figure, in the order of the keys} */
    List<Staged> staged(UUID release, Publication publication) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bind("release", release)
                .map(Row.to(row -> staged(row, publication)))
                .list());
    }

    /** {@return the newest attempts after a position in the order of the keys, at most so many} */
    List<Staged> page(UUID release, Publication publication, Optional<FigurePosition> after, int rows) {
        String sql = "SELECT * FROM (" + NEWEST + ") figures" + (after.isPresent() ? BEYOND : "") + " ORDER BY " + KEY
                + " LIMIT :rows";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("release", release).bind("rows", rows);
            after.ifPresent(position -> query.bind("after_indicator", position.indicator())
                    .bind("after_region", position.region())
                    .bind("after_kind", position.kind())
                    .bind("after_end", position.end())
                    .bind("after_start", position.start())
                    .bind("after_variant", position.variant()));
            return query.map(Row.to(row -> staged(row, publication))).list();
        });
    }

    /** {@return how often each figure was staged so far} */
    Map<ObservationKey, Integer> attempts(UUID release) {
        Map<ObservationKey, Integer> attempts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(ATTEMPTS)
                .bind("release", release)
                .map(Row.to(row -> Map.entry(key(row), row.integer("attempt"))))
                .forEach(entry -> attempts.put(entry.getKey(), entry.getValue())));
        return attempts;
    }

    @Override
    public List<Waiting> waiting(Collection<String> series) {
        return jdbi.withHandle(handle -> handle.createQuery(WAITING)
                .bindArray("series", String.class, List.copyOf(series))
                .map(Row.to(row -> new Waiting(
                        row.uuid("release"),
                        row.text("indicator"),
                        row.text("region"),
                        row.text("kind"),
                        row.date("period_start"),
                        row.date("period_end"))))
                .list());
    }

    void insert(
            UUID release, Map<ObservationKey, Integer> attempts, List<NewObservation> figures, Instant at, String by) {
        if (figures.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (NewObservation figure : figures) {
                batch.bind("release", release)
                        .bind("attempt", attempts.getOrDefault(figure.key(), 0) + 1)
                        .bind("recorded_at", at)
                        .bind("recorded_by", by);
                bind(batch, figure);
                batch.add();
            }
            batch.execute();
        });
    }

    private static void bind(PreparedBatch batch, NewObservation staged) {
        ObservationKey key = staged.key();
        Figure figure = staged.figure();
        batch.bind("indicator", key.indicator())
                .bind("region", key.region())
                .bind("kind", key.kind().code())
                .bind("period_end", key.end())
                .bind("period_start", key.start())
                .bind("variant", key.variant())
                .bind("period", staged.period().text())
                .bind("value", figure.value())
                .bind("unit", figure.unit())
                .bind("delivered_value", figure.deliveredValue())
                .bind("delivered_unit", figure.deliveredUnit())
                .bind("comparator", figure.comparator())
                .bind("status", staged.status() == null ? null : staged.status().code())
                .bind("reason", staged.reason() == null ? null : staged.reason().code())
                .bind("printed", figure.printed())
                .bind("derivation", figure.derivation())
                .bind("definition", figure.definition())
                .bind("source_named", staged.sourceNamed())
                .bind("note", staged.note());
        SourceColumns.bind(batch, staged.source());
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

    private static Staged staged(Row row, Publication publication) throws SQLException {
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
                        row.text("derivation"),
                        row.text("definition")),
                Optional.ofNullable(row.text("status"))
                        .flatMap(ObservationStatus::find)
                        .orElse(null),
                Optional.ofNullable(row.text("reason"))
                        .flatMap(RevisionReason::find)
                        .orElse(null),
                SourceColumns.read(row),
                row.flag("source_named"),
                row.text("note"),
                publication);
        return new Staged(figure, row.instant("recorded_at"), row.text("recorded_by"));
    }
}
