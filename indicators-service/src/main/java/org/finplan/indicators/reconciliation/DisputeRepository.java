package org.finplan.indicators.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of the steps of disputed cells. Nothing is ever updated. */
@ApplicationScoped
class DisputeRepository {

    private static final String NEWEST = """
            SELECT *
            FROM (SELECT DISTINCT ON (id) * FROM dispute_step ORDER BY id, version DESC) newest
            """;

    private static final String PAGE = NEWEST + """
            WHERE (:state::text IS NULL OR state = :state) AND (:region::text IS NULL OR region = :region)
                AND (:indicator::text IS NULL OR indicator = :indicator) AND (:before::uuid IS NULL OR id < :before::uuid)
            ORDER BY id DESC LIMIT :limit
            """;

    private static final String OPEN_OF_REPORT = NEWEST + """
            WHERE plan = :plan AND whole = :whole AND period = :period AND state <> 'closed' AND indicator = ANY (:indicators)
            ORDER BY id
            """;

    private static final String OF_ONE = "SELECT * FROM dispute_step WHERE id = :id ORDER BY version";

    private static final String INSERT = """
            INSERT INTO dispute_step (id, version, plan, indicator, whole, region, period, state, difference, note,
                taken_at, taken_by)
            VALUES (:id, :version, :plan, :indicator, :whole, :region, :period, :state, :difference, :note,
                :taken_at, :taken_by)
            """;

    private static final RowMapper<Dispute> STEP = Row.to(DisputeRepository::step);

    private final Jdbi jdbi;

    DisputeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the newest steps, newest items first, one more than the limit when there are more; filters may be null} */
    List<Dispute> page(String state, String region, String indicator, String before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("state", state)
                .bind("region", region)
                .bind("indicator", indicator)
                .bind("before", before)
                .bind("limit", limit + 1)
                .map(STEP)
                .list());
    }

    /** {@return the newest step of each item that is not closed} */
    List<Dispute> open(String plan, String whole, String period, Collection<String> indicators) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN_OF_REPORT)
                .bind("plan", plan)
                .bind("whole", whole)
                .bind("period", period)
                .bindArray("indicators", String.class, indicators)
                .map(STEP)
                .list());
    }

    /** {@return all steps of an item in order} */
    List<Dispute> steps(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(OF_ONE).bind("id", id).map(STEP).list());
    }

    void insert(Dispute step) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", step.id())
                .bind("version", step.version())
                .bind("plan", step.plan())
                .bind("indicator", step.indicator())
                .bind("whole", step.whole())
                .bind("region", step.region())
                .bind("period", step.period())
                .bind("state", step.state().code())
                .bind("difference", step.difference())
                .bind("note", step.note())
                .bind("taken_at", step.at())
                .bind("taken_by", step.by())
                .execute());
    }

    private static Dispute step(Row row) throws SQLException {
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
