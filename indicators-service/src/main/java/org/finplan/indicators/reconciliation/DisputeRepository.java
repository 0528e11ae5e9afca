package org.finplan.indicators.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;

/** The table of the steps of disputed cells. Nothing is ever updated. */
@ApplicationScoped
class DisputeRepository {

    private static final String NEWEST = """
            SELECT *
            FROM (SELECT DISTINCT ON (id) * FROM dispute_step ORDER BY id, version DESC) newest
            """;

    private static final String PAGE = NEWEST + """
            WHERE (?::text IS NULL OR state = ?) AND (?::text IS NULL OR region = ?)
                AND (?::text IS NULL OR indicator = ?) AND (?::uuid IS NULL OR id < ?::uuid)
            ORDER BY id DESC LIMIT ?
            """;

    private static final String OPEN_OF_REPORT = NEWEST + """
            WHERE plan = ? AND whole = ? AND period = ? AND state <> 'closed' AND indicator = ANY (?)
            ORDER BY id
            """;

    private static final String OF_ONE = "SELECT * FROM dispute_step WHERE id = ? ORDER BY version";

    private static final String INSERT = """
            INSERT INTO dispute_step (id, version, plan, indicator, whole, region, period, state, difference, note,
                taken_at, taken_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    DisputeRepository(Database database) {
        this.database = database;
    }

    /** {@return the newest steps, newest items first, one more than the limit when there are more; filters may be null} */
    List<Dispute> page(String state, String region, String indicator, String before, int limit) {
        return database.query(
                PAGE,
                DisputeRepository::map,
                state,
                state,
                region,
                region,
                indicator,
                indicator,
                before,
                before,
                limit + 1);
    }

    /** {@return the newest step of each item that is not closed} */
    List<Dispute> open(String plan, String whole, String period, Collection<String> indicators) {
        return database.query(OPEN_OF_REPORT, DisputeRepository::map, plan, whole, period, indicators);
    }

    /** {@return all steps of an item in order} */
    List<Dispute> steps(UUID id) {
        return database.query(OF_ONE, DisputeRepository::map, id);
    }

    void insert(Dispute step) {
        database.insert(INSERT, List.<Object[]>of(new Object[] {
            step.id(),
            step.version(),
            step.plan(),
            step.indicator(),
            step.whole(),
            step.region(),
            step.period(),
            step.state().code(),
            step.difference(),
            step.note(),
            step.at(),
            step.by()
        }));
    }

    private static Dispute map(Row row) throws SQLException {
        return new Dispute(
                row.uuid("id"),
                row.integer("version"),
                row.text("plan"),
                row.text("indicator"),
                row.text("whole"),
                row.text("region"),
                row.text("period"),
                DisputeState.find(row.text("state")).orElseThrow(),
                row.decimal("difference"),
                row.text("note"),
                row.instant("taken_at"),
                row.text("taken_by"));
    }
}
