package org.finplan.tasks.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;
import org.jdbi.v3.core.Jdbi;

/** What the regions last reported of each leaf. */
@ApplicationScoped
class StandingRepository {

    private static final String OF_TASK = """
            SELECT region, claimed_status, claimed_for, claimed_at, verified_status, verified_for, verified_at
            FROM task_standing WHERE plan = :plan AND task = :task ORDER BY region""";

    private static final String STORE = """
            INSERT INTO task_standing (plan, task, region, claimed_status, claimed_for, claimed_at, verified_status,
                                       verified_for, verified_at)
            VALUES (:plan, :task, :region, :claimedStatus, :claimedFor, :claimedAt, :verifiedStatus, :verifiedFor,
                    :verifiedAt)
            ON CONFLICT (plan, task, region) DO UPDATE SET
                claimed_status = excluded.claimed_status, claimed_for = excluded.claimed_for,
                claimed_at = excluded.claimed_at, verified_status = excluded.verified_status,
                verified_for = excluded.verified_for, verified_at = excluded.verified_at""";

    private static final String DELETE =
            "DELETE FROM task_standing WHERE plan = :plan AND task = :task AND region = :region";

    private final Jdbi jdbi;

    StandingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Reads the standings of a leaf.
     *
     * @param key its key
     * @return one of each region that reported
     */
    List<Standing> of(TaskKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_TASK)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .map(Row.to(row -> new Standing(reported(row, "claimed"), reported(row, "verified"))))
                .list());
    }

    /**
     * Stores what a region last reported of a leaf and replaces what was stored before.
     *
     * @param key key of the leaf
     * @param standing what it reported
     */
    void store(TaskKey key, Standing standing) {
        ReportedStatus claimed = standing.claimed();
        Optional<ReportedStatus> verified = Optional.ofNullable(standing.verified());
        jdbi.useHandle(handle -> handle.createUpdate(STORE)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .bind("region", claimed.region())
                .bind("claimedStatus", claimed.status().code())
                .bind("claimedFor", claimed.on())
                .bind("claimedAt", claimed.at())
                .bind(
                        "verifiedStatus",
                        verified.map(ReportedStatus::status)
                                .map(TaskStatus::code)
                                .orElse(null))
                .bind("verifiedFor", verified.map(ReportedStatus::on).orElse(null))
                .bind("verifiedAt", verified.map(ReportedStatus::at).orElse(null))
                .execute());
    }

    /**
     * Deletes what a region reported of a leaf, because none of its reports counts any more.
     *
     * @param key key of the leaf
     * @param region region code
     */
    void delete(TaskKey key, String region) {
        jdbi.useHandle(handle -> handle.createUpdate(DELETE)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .bind("region", region)
                .execute());
    }

    private static ReportedStatus reported(Row row, String kind) throws SQLException {
        String status = row.text(kind + "_status");
        return status == null
                ? null
                : new ReportedStatus(
                        row.text("region"), TaskStatus.of(status), row.date(kind + "_for"), row.instant(kind + "_at"));
    }
}
