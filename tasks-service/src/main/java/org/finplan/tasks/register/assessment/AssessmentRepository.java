package org.finplan.tasks.register.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The assessments of entries. Only added to. */
@ApplicationScoped
class AssessmentRepository {

    private static final String INSERT = """
            INSERT INTO register_assessment (id, entry, assessed_on, assessed_by, finding, evidence, recorded_by,
                recorded_at)
            VALUES (:id, :entry, :date, :assessor, :finding, :evidence, :by, :at)""";

    private static final String OF_ENTRY =
            "SELECT * FROM register_assessment WHERE entry = :entry ORDER BY assessed_on, id";

    private final Jdbi jdbi;

    AssessmentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Assessment assessment) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", assessment.id())
                .bind("entry", assessment.entry())
                .bind("date", assessment.date())
                .bind("assessor", assessment.by())
                .bind("finding", assessment.finding())
                .bind("evidence", assessment.evidence())
                .bind("by", assessment.recordedBy())
                .bind("at", assessment.recordedAt())
                .execute());
    }

    List<Assessment> of(UUID entry) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_ENTRY)
                .bind("entry", entry)
                .map(Row.to(row -> new Assessment(
                        row.uuid("id"),
                        row.uuid("entry"),
                        row.date("assessed_on"),
                        row.text("assessed_by"),
                        row.text("finding"),
                        row.text("evidence"),
                        row.text("recorded_by"),
                        row.instant("recorded_at"))))
                .list());
    }
}
