package org.finplan.indicators.derived;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/** The tables of formulas: all versions, nothing is ever updated. */
@ApplicationScoped
class FormulaRepository {

    private static final String LOCK_SHARED =
            "SELECT pg_advisory_xact_lock_shared(hashtextextended('derived-formulas', 0))::text";
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('derived-formulas', 0))::text";
    private static final String NEWEST_SEQUENCE =
            "SELECT coalesce(max(sequence), 0)::int AS newest FROM derived_formula";

    private static final String CURRENT = """
            SELECT DISTINCT ON (code) * FROM derived_formula WHERE recorded_at <= ? ORDER BY code, version DESC
            """;
    private static final String CURRENT_INPUTS = """
            SELECT i.* FROM derived_input i
            JOIN (SELECT code, max(version) AS version FROM derived_formula WHERE recorded_at <= ? GROUP BY code) newest
                USING (code, version)
            ORDER BY code, ordinal
            """;
    private static final String VERSIONS = "SELECT * FROM derived_formula WHERE code = ? ORDER BY version";
    private static final String INPUTS = "SELECT * FROM derived_input WHERE code = ? ORDER BY version, ordinal";

    private static final String INSERT = """
            INSERT INTO derived_formula (code, version, formula, decimals, tolerance, kinds, regions, period, active,
                reason, note_zh, note_en, clauses, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_INPUT = """
            INSERT INTO derived_input (code, version, ordinal, alias, series, kind, region, years, implied)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    FormulaRepository(Database database) {
        this.database = database;
    }

    private record Version(String code, int version) {}

    /** Keeps formulas from changing until the transaction ends. */
    void lockShared() {
        database.query(LOCK_SHARED, row -> null);
    }

    /** Waits until nobody computes any more, and keeps others from computing until the transaction ends. */
    void lock() {
        database.query(LOCK, row -> null);
    }

    /** {@return a number that grows with every new version} */
    int newestSequence() {
        return database.query(NEWEST_SEQUENCE, row -> row.integer("newest")).get(0);
    }

    /** {@return the newest version of each formula as known at an instant, by code} */
    List<Definition> current(Instant asOf) {
        return read(CURRENT, CURRENT_INPUTS, asOf);
    }

    /** {@return all versions of a formula in order; empty when there is none} */
    List<Definition> versions(String code) {
        return read(VERSIONS, INPUTS, code);
    }

    void insert(List<Definition> definitions) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> inputs = new ArrayList<>();
        for (Definition definition : definitions) {
            rows.add(parameters(definition));
            for (int i = 0; i < definition.inputs().size(); i++) {
                inputs.add(parameters(definition, i));
            }
        }
        database.insert(INSERT, rows);
        database.insert(INSERT_INPUT, inputs);
    }

    private List<Definition> read(String sql, String inputSql, Object parameter) {
        Map<Version, List<Definition.Input>> inputs = new HashMap<>();
        database.query(
                inputSql,
                row -> inputs.computeIfAbsent(version(row), version -> new ArrayList<>())
                        .add(input(row)),
                parameter);
        return database.query(sql, row -> map(row, inputs.getOrDefault(version(row), List.of())), parameter);
    }

    private static Version version(Row row) throws SQLException {
        return new Version(row.text("code"), row.integer("version"));
    }

    private static Object[] parameters(Definition definition) {
        return new Object[] {
            definition.code(),
            definition.version(),
            definition.formula(),
            definition.decimals(),
            definition.tolerance(),
            definition.kinds().stream().map(ObservationKind::code).toList(),
            definition.regions(),
            definition.period() == null ? null : definition.period().text(),
            definition.active(),
            definition.reason(),
            definition.note() == null ? null : definition.note().zh(),
            definition.note() == null ? null : definition.note().en(),
            definition.clauses(),
            definition.recordedAt(),
            definition.recordedBy()
        };
    }

    private static Object[] parameters(Definition definition, int ordinal) {
        Definition.Input input = definition.inputs().get(ordinal);
        return new Object[] {
            definition.code(),
            definition.version(),
            ordinal,
            input.alias(),
            input.series(),
            input.kind() == null ? null : input.kind().code(),
            input.region(),
            input.years(),
            input.implied()
        };
    }

    private static Definition map(Row row, List<Definition.Input> inputs) throws SQLException {
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
