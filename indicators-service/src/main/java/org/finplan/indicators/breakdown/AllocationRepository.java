package org.finplan.indicators.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of what units answer for. Nothing is ever updated. */
@ApplicationScoped
class AllocationRepository {

    private static final String CURRENT = """
            SELECT DISTINCT ON (target, unit) *
            FROM target_allocation
            WHERE target = ANY (:targets) AND recorded_at <= :as_of
            ORDER BY target, unit, version DESC
            """;

    private static final String INSERT = """
            INSERT INTO target_allocation (target, region, unit, version, value, reason, recorded_at, recorded_by)
            VALUES (:target, :region, :unit, :version, :value, :reason, :recorded_at, :recorded_by)
            """;

    private final Jdbi jdbi;

    AllocationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the newest version of each unit's part of some targets, in the order of their codes} */
    List<Allocation> current(Collection<UUID> targets, Instant asOf) {
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bindArray("targets", UUID.class, targets)
                .bind("as_of", asOf)
                .map(Row.to(AllocationRepository::allocation))
                .list());
    }

    void insert(List<Allocation> versions) {
        if (versions.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            versions.forEach(version -> batch.bind("target", version.target())
                    .bind("region", version.region())
                    .bind("unit", version.unit())
                    .bind("version", version.version())
                    .bind("value", version.value())
                    .bind("reason", version.reason())
                    .bind("recorded_at", version.recordedAt())
                    .bind("recorded_by", version.recordedBy())
                    .add());
            batch.execute();
        });
    }

    private static Allocation allocation(Row row) throws SQLException {
        return new Allocation(
                row.uuid("target"),
                row.text("region"),
                row.text("unit"),
                row.integer("version"),
                row.decimal("value"),
                row.text("reason"),
                row.instant("recorded_at"),
                row.text("recorded_by"));
    }
}
