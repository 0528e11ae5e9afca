package org.finplan.tasks.supervision.question;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** Suspensions and extensions that were asked for. */
@ApplicationScoped
class QuestionRepository {

    private static final String ADD = """
            INSERT INTO supervision_question (id, supervision, region, kind, day, reason, asked_by, asked_at, outcome)
            VALUES (:id, :supervision, :region, :kind, :day, :reason, :by, :at, 'open')""";

    private static final String DECIDE = """
            UPDATE supervision_question
            SET outcome = :outcome, decided_by = :by, decided_at = :at, remark = :remark
            WHERE id = :id""";

    private static final String GET = "SELECT * FROM supervision_question WHERE id = :id";

    private static final String OF =
            "SELECT * FROM supervision_question WHERE supervision = :supervision ORDER BY asked_at, id";

    private final Jdbi jdbi;

    QuestionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID supervision, String region, Question question) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("id", question.id())
                .bind("supervision", supervision)
                .bind("region", region)
                .bind("kind", question.kind())
                .bind("day", question.day())
                .bind("reason", question.reason())
                .bind("by", question.askedBy())
                .bind("at", question.askedAt())
                .execute());
    }

    void decide(UUID id, String outcome, String by, @Nullable String remark, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(DECIDE)
                .bind("id", id)
                .bind("outcome", outcome)
                .bind("by", by)
                .bind("remark", remark)
                .bind("at", at)
                .execute());
    }

    Question get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(GET)
                .bind("id", id)
                .map(Row.to(QuestionRepository::question))
                .one());
    }

    List<Question> of(UUID supervision) {
        return jdbi.withHandle(handle -> handle.createQuery(OF)
                .bind("supervision", supervision)
                .map(Row.to(QuestionRepository::question))
                .list());
    }

    private static Question question(Row row) throws SQLException {
        return new Question(
                row.uuid("id"),
                row.text("kind"),
                row.date("day"),
                row.text("reason"),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.text("outcome"),
                row.text("decided_by"),
                row.instant("decided_at"),
                row.text("remark"));
    }
}
