package org.finplan.indicators.derived;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of formulas: all versions, nothing is ever updated. */
@ApplicationScoped
class FormulaRepository {

    private static final String LOCK_SHARED =
            "SELECT pg_advisory_xact_lock_shared(hashtextextended('derived-formulas', 0))::text";
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('derived-formulas', 0))::text";
    private static final String NEWEST_SEQUENCE =
            "SELECT coalesce(max(sequence), 0)::int AS newest FROM derived_formula";

    private static final String CURRENT = """
            SELECT DISTINCT ON (code) * FROM derived_formula WHERE recorded_at <= :as_of ORDER BY code, version DESC
            """;
    private static final String CURRENT_INPUTS = """
            SELECT i.* FROM derived_input i
            JOIN (SELECT code, max(version) AS version FROM derived_formula WHERE recorded_at <= :as_of GROUP BY code) newest
                USING (code, version)
            ORDER BY code, ordinal
            """;
    private static final String VERSIONS = "SELECT * FROM derived_formula WHERE code = :code ORDER BY version";
    private static final String INPUTS = "SELECT * FROM derived_input WHERE code = :code ORDER BY version, ordinal";

    private static final String INSERT = """
            INSERT INTO derived_formula (code, version, formula, decimals, tolerance, kinds, regions, period, active,
                reason, note_zh, note_en, clauses, recorded_at, recorded_by)
            VALUES (:code, :version, :formula, :decimals, :tolerance, :kinds, :regions, :period, :active,
                :reason, :note_zh, :note_en, :clauses, :recorded_at, :recorded_by)
            """;
    private static final String INSERT_INPUT = """
            INSERT INTO derived_input (code, version, ordinal, alias, series, kind, region, years, implied)
            VALUES (:code, :version, :ordinal, :alias, :series, :kind, :region, :years, :implied)
            """;

    private final Jdbi jdbi;

    FormulaRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Version(String code, int version) {}

    /** Keeps formulas from changing until the transaction ends. */
    void lockShared() {
        jdbi.useHandle(
                handle -> handle.createQuery(LOCK_SHARED).mapTo(String.class).one());
    }

    /** Waits until nobody computes any more, and keeps others from computing until the transaction ends. */
    void lock() {
        jdbi.useHandle(handle -> handle.createQuery(LOCK).mapTo(String.class).one());
    }

    /** {@return a number that grows with every new version} */
    int newestSequence() {
        return jdbi.withHandle(
                handle -> handle.createQuery(NEWEST_SEQUENCE).mapTo(int.class).one());
    }

    /** {@return the newest version of each formula as known at an instant, by code} */
    List<Definition> current(Instant asOf) {
        return read(CURRENT, CURRENT_INPUTS, "as_of", asOf);
    }

    /** {@return all versions of a formula in order; empty when there is none} */
    List<Definition> versions(String code) {
        return read(VERSIONS, INPUTS, "code", code);
    }

    void insert(List<Definition> definitions) {
        if (definitions.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            definitions.forEach(definition -> bind(batch, definition).add());
            batch.execute();
            insertInputs(handle, definitions);
        });
    }

    private static void insertInputs(Handle handle, List<Definition> definitions) {
        PreparedBatch batch = handle.prepareBatch(INSERT_INPUT);
        for (Definition definition : definitions) {
            for (int i = 0; i < definition.inputs().size(); i++) {
                bind(batch, definition, i).add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private List<Definition> read(String sql, String inputSql, String name, Object parameter) {
        return jdbi.withHandle(handle -> {
            Map<Version, List<Definition.Input>> inputs = new HashMap<>();
            handle.createQuery(inputSql)
                    .bind(name, parameter)
                    .map(Row.to(row -> inputs.computeIfAbsent(version(row), version -> new ArrayList<>())
                            .add(input(row))))
                    .list();
            return handle.createQuery(sql)
                    .bind(name, parameter)
                    .map(Row.to(row -> definition(row, inputs.getOrDefault(version(row), List.of()))))
                    .list();
        });
    }

    private static Version version(Row row) throws SQLException {
        return new Version(row.text("code"), row.integer("version"));
    }

    private static PreparedBatch bind(PreparedBatch batch, Definition definition) {
        return batch.bind("code", definition.code())
                .bind("version", definition.version())
                .bind("formula", definition.formula())
                .bind("decimals", definition.decimals())
                .bind("tolerance", definition.tolerance())
                .bindArray(
                        "kinds",
                        String.class,
                        definition.kinds().stream().map(ObservationKind::code).toList())
                .bindArray("regions", String.class, definition.regions())
                .bind(
                        "period",
                        definition.period() == null ? null : definition.period().text())
                .bind("active", definition.active())
                .bind("reason", definition.reason())
                .bind(
                        "note_zh",
                        definition.note() == null ? null : definition.note().zh())
                .bind(
                        "note_en",
                        definition.note() == null ? null : definition.note().en())
                .bindArray("clauses", String.class, definition.clauses())
                .bind("recorded_at", definition.recordedAt())
                .bind("recorded_by", definition.recordedBy());
    }

    private static PreparedBatch bind(PreparedBatch batch, Definition definition, int ordinal) {
        Definition.Input input = definition.inputs().get(ordinal);
        return batch.bind("code", definition.code())
                .bind("version", definition.version())
                .bind("ordinal", ordinal)
                .bind("alias", input.alias())
                .bind("series", input.series())
                .bind("kind", input.kind() == null ? null : input.kind().code())
                .bind("region", input.region())
                .bind("years", input.years())
                .bind("implied", input.implied());
    }

    private static Definition definition(Row row, List<Definition.Input> inputs) throws SQLException {
        String noteZh = row.text("note_zh");
        return new Definition(
                row.text("code"),
                row.integer("version"),
                row.text("formula"),
                inputs,
                row.integer("decimals"),
                row.decimal("tolerance"),
                row.texts("kinds").stream().map(FormulaRepository::kind).toList(),
                row.texts("regions"),
                Optional.ofNullable(row.text("period")).map(Period::parse).orElse(null),
                row.flag("active"),
                row.text("reason"),
                noteZh == null ? null : new LocalizedText(noteZh, row.text("note_en")),
                row.texts("clauses"),
                row.instant("recorded_at"),
                row.text("recorded_by"));
    }

    private static Definition.Input input(Row row) throws SQLException {
        return new Definition.Input(
                row.text("alias"),
                row.text("series"),
                Optional.ofNullable(row.text("kind"))
                        .map(FormulaRepository::kind)
                        .orElse(null),
                row.text("region"),
                row.integer("years"),
                row.flag("implied"));
    }

    private static ObservationKind kind(String code) {
        return ObservationKind.find(code).orElseThrow();
    }
}
