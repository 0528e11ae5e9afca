package org.finplan.indicators.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;

/** The table of what units answer for. Nothing is ever updated. */
@ApplicationScoped
class AllocationRepository {

    private static final String CURRENT = """
            SELECT DISTINCT ON (target, unit) *
            FROM target_allocation
            WHERE target = ANY (?::uuid[]) AND recorded_at <= ?
            ORDER BY target, unit, version DESC
            """;

    private static final String INSERT = """
            INSERT INTO target_allocation (target, region, unit, version, value, reason, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    AllocationRepository(Database database) {
        this.database = database;
    }

    /** {@return the newest version of each unit's part of some targets, in the order of their codes} */
    List<Allocation> current(Collection<UUID> targets, Instant asOf) {
        List<String> ids = targets.stream().map(UUID::toString).toList();
        return database.query(CURRENT, AllocationRepository::map, ids, asOf);
    }

    void insert(List<Allocation> versions) {
        database.insert(
                INSERT,
                versions.stream()
                        .map(version -> new Object[] {
                            version.target(),
                            version.region(),
                            version.unit(),
                            version.version(),
                            version.value(),
                            version.reason(),
                            version.recordedAt(),
                            version.recordedBy()
                        })
                        .toList());
    }

    private static Allocation map(Row row) throws SQLException {
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
