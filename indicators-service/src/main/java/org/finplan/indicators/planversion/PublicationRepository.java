package org.finplan.indicators.planversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The tables of who published which version of a plan package, and of what the programs answered. */
@ApplicationScoped
class PublicationRepository {

    private static final String INSERT = """
            INSERT INTO plan_publication (plan, version, reason, author, published_at, decided_at)
            VALUES (:plan, :version, :reason, :author, :now, :decided)
            """;
    private static final String DECIDE = """
            UPDATE plan_publication SET decided_at = :now, because_zh = :zh, because_en = :en
            WHERE plan = :plan AND version = :version
            """;
    private static final String OF_PLAN = "SELECT * FROM plan_publication WHERE plan = :plan";
    private static final String ANSWER = """
            INSERT INTO plan_answer (plan, version, participant, prepared, reason_zh, reason_en, answered_at)
            VALUES (:plan, :version, :participant, :prepared, :zh, :en, :at)
            ON CONFLICT DO NOTHING
            """;
    private static final String ANSWERS = "SELECT * FROM plan_answer WHERE plan = :plan ORDER BY version, participant";

    private final Jdbi jdbi;

    PublicationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Who published a version, and what became of it.
     *
     * @param version number of the version
     * @param reason why it was published
     * @param author who published it
     * @param publishedAt when
     * @param decidedAt when it was decided, or null
     * @param because why it was abandoned, or null
     */
    record Publication(
            int version, String reason, String author, Instant publishedAt, Instant decidedAt, LocalizedText because) {}

    void add(String plan, int version, String reason, String author, Instant now, Instant decided) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("plan", plan)
                .bind("version", version)
                .bind("reason", reason)
                .bind("author", author)
                .bind("now", now)
                .bind("decided", decided)
                .execute());
    }

    void decide(String plan, int version, Instant now, LocalizedText because) {
        jdbi.useHandle(handle -> handle.createUpdate(DECIDE)
                .bind("plan", plan)
                .bind("version", version)
                .bind("now", now)
                .bind("zh", because == null ? null : because.zh())
                .bind("en", because == null ? null : because.en())
                .execute());
    }

    /** {@return the publications of a plan by version} */
    Map<Integer, Publication> ofPlan(String plan) {
        return jdbi
                .withHandle(handle -> handle.createQuery(OF_PLAN)
                        .bind("plan", plan)
                        .map(Row.to(PublicationRepository::publication))
                        .list())
                .stream()
                .collect(Collectors.toMap(Publication::version, Function.identity()));
    }

    void answer(String plan, int version, Answer answer) {
        jdbi.useHandle(handle -> handle.createUpdate(ANSWER)
                .bind("plan", plan)
                .bind("version", version)
                .bind("participant", answer.participant())
                .bind("prepared", answer.prepared())
                .bind("zh", answer.reason() == null ? null : answer.reason().zh())
                .bind("en", answer.reason() == null ? null : answer.reason().en())
                .bind("at", answer.answeredAt())
                .execute());
    }

    /** {@return the answers to the versions of a plan, by version} */
    Map<Integer, List<Answer>> answers(String plan) {
        record Answered(int version, Answer answer) {}
        return jdbi
                .withHandle(handle -> handle.createQuery(ANSWERS)
                        .bind("plan", plan)
                        .map(Row.to(row -> new Answered(row.integer("version"), answer(row))))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Answered::version, Collectors.mapping(Answered::answer, Collectors.toList())));
    }

    private static Answer answer(Row row) throws SQLException {
        return new Answer(
                row.text("participant"),
                row.flag("prepared"),
                text(row, "reason").orElse(null),
                row.instant("answered_at"));
    }

    private static Publication publication(Row row) throws SQLException {
        return new Publication(
                row.integer("version"),
                row.text("reason"),
                row.text("author"),
                row.instant("published_at"),
                row.instant("decided_at"),
                text(row, "because").orElse(null));
    }

    private static Optional<LocalizedText> text(Row row, String column) throws SQLException {
        String zh = row.text(column + "_zh");
        return zh == null ? Optional.empty() : Optional.of(new LocalizedText(zh, row.text(column + "_en")));
    }
}
