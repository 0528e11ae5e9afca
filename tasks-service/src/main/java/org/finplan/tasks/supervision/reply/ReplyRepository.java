package org.finplan.tasks.supervision.reply;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.evidence.EvidenceView;
import org.jdbi.v3.core.Jdbi;

/** The answers of units. */
@ApplicationScoped
class ReplyRepository {

    private static final String ADD = """
            INSERT INTO supervision_reply (supervision, number, region, text, evidence, replied_by, replied_at)
            VALUES (:supervision, :number, :region, :text, :evidence, :by, :at)""";

    private static final String CHECK = """
            UPDATE supervision_reply
            SET accepted = :accepted, checked_by = :by, checked_at = :at, remark = :remark
            WHERE supervision = :supervision AND number = :number""";

    private static final String OF = "SELECT * FROM supervision_reply WHERE supervision = :supervision ORDER BY number";

    private final Jdbi jdbi;

    ReplyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID supervision, String region, Replies.Answer answer, String evidence) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("supervision", supervision)
                .bind("number", answer.number())
                .bind("region", region)
                .bind("text", answer.text())
                .bind("evidence", evidence)
                .bind("by", answer.by())
                .bind("at", answer.at())
                .execute());
    }

    void check(UUID supervision, int number, boolean accepted, String by, @Nullable String remark, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(CHECK)
                .bind("supervision", supervision)
                .bind("number", number)
                .bind("accepted", accepted)
                .bind("by", by)
                .bind("remark", remark)
                .bind("at", at)
                .execute());
    }

    List<Reply> of(UUID supervision, BiFunction<Integer, String, List<EvidenceView>> evidence) {
        return jdbi.withHandle(handle -> handle.createQuery(OF)
                .bind("supervision", supervision)
                .map(Row.to(row -> reply(row, evidence)))
                .list());
    }

    private static Reply reply(Row row, BiFunction<Integer, String, List<EvidenceView>> evidence) throws SQLException {
        String checkedBy = row.text("checked_by");
        return new Reply(
                row.integer("number"),
                row.text("text"),
                evidence.apply(row.integer("number"), row.text("evidence")),
                row.text("replied_by"),
                row.instant("replied_at"),
                checkedBy == null ? null : row.flag("accepted"),
                checkedBy,
                row.instant("checked_at"),
                row.text("remark"));
    }
}
