package org.finplan.indicators.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of what assessors said. Nothing is ever updated. */
@ApplicationScoped
class TargetAssessmentRepository {

    private static final String KNOWN = """
            SELECT * FROM target_assessment
            WHERE target = ANY (:targets) AND recorded_at <= :as_of
            ORDER BY target, year, version
            """;

    private static final String INSERT = """
            INSERT INTO target_assessment (target, year, version, region, outcome, statement, evidence, assessor,
                recorded_at, recorded_by)
            VALUES (:target, :year, :version, :region, :outcome, :statement, :evidence, :assessor,
                :recorded_at, :recorded_by)
            """;

    private static final RowMapper<TargetAssessment> ASSESSMENT = Row.to(TargetAssessmentRepository::assessment);

    private final Jdbi jdbi;

    TargetAssessmentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return all versions that were known at an instant, by target, year and version} */
    List<TargetAssessment> known(Collection<UUID> targets, Instant asOf) {
        return jdbi.withHandle(handle -> handle.createQuery(KNOWN)
                .bindArray("targets", UUID.class, targets)
                .bind("as_of", asOf)
                .map(ASSESSMENT)
                .list());
    }

    void insert(TargetAssessment version) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("target", version.target())
                .bind("year", version.year())
                .bind("version", version.version())
                .bind("region", version.region())
                .bind("outcome", version.outcome().code())
                .bind("statement", version.statement())
                .bindArray("evidence", String.class, version.evidence())
                .bind("assessor", version.assessor())
                .bind("recorded_at", version.recordedAt())
                .bind("recorded_by", version.recordedBy())
                .execute());
    }

    private static TargetAssessment assessment(Row row) throws SQLException {
        return new TargetAssessment(
                row.uuid("target"),
                row.integer("year"),
                row.integer("version"),
                row.text("region"),
                AssessmentOutcome.find(row.text("outcome")).orElseThrow(),
                row.text("statement"),
                row.texts("evidence"),
                row.text("assessor"),
                row.instant("recorded_at"),
                row.text("recorded_by"));
    }
}
