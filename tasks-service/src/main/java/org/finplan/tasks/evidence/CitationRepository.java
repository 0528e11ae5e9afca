package org.finplan.tasks.evidence;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The observations that claims cite, and what became of them. */
@ApplicationScoped
class CitationRepository {

    /** Whoever cites waits for those who follow, and the other way round; those who follow do not wait for each other. */
    private static final String HOLD =
            "SELECT CAST(pg_advisory_xact_lock%s(hashtextextended('finplan.evidence', 0)) AS text)";

    private static final String ADD = """
            INSERT INTO evidence_citation (claim, part, item, claim_kind, region, plan, task, observation, cited, newest, state)
            VALUES (:claim, :part, :item, :kind, :region, :plan, :task, :observation, :cited, :newest, :state)""";

    private static final String OF = """
            SELECT * FROM evidence_citation WHERE claim = ANY (:claims) ORDER BY claim, part, item""";

    private static final String CITING = """
            SELECT DISTINCT claim_kind, claim FROM evidence_citation WHERE observation = :observation ORDER BY claim""";

    private static final String OF_OBSERVATION = "SELECT * FROM evidence_citation WHERE observation = :observation";

    private static final String JUDGE = """
            UPDATE evidence_citation SET newest = :newest, confirmed = :confirmed, state = :state
            WHERE claim = :claim AND part = :part AND item = :item""";

    private static final String TELL = """
            INSERT INTO evidence_change (id, claim, part, item, region, observation, state, version, event, changed_by, note,
                                         changed_at)
            VALUES (:id, :claim, :part, :item, :region, :observation, :state, :version, :event, :by, :note, :at)""";

    private static final String CHANGES = """
            SELECT * FROM evidence_change WHERE claim = ANY (:claims) ORDER BY claim, id""";

    private static final RowMapper<Citation> CITATION = Row.to(CitationRepository::citation);

    private final Jdbi jdbi;

    CitationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What a change of a claim's evidence comes from. */
    record Cause(
            @Nullable UUID event,
            @Nullable String by,
            @Nullable String note,
            Instant at) {}

    /** A change with the claim that it is of. */
    record Told(UUID claim, EvidenceChange change) {}

    void hold(boolean citing) {
        jdbi.useHandle(handle -> handle.createQuery(HOLD.formatted(citing ? "" : "_shared"))
                .mapTo(String.class)
                .list());
    }

    void add(CitingClaim claim, List<Citation> citations) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(ADD);
            citations.forEach(citation -> batch.bind("claim", citation.claim())
                    .bind("part", citation.part())
                    .bind("item", citation.item())
                    .bind("kind", claim.kind().code())
                    .bind("region", citation.region())
                    .bind("plan", claim.plan())
                    .bind("task", claim.task())
                    .bind("observation", citation.observation())
                    .bind("cited", citation.cited())
                    .bind("newest", citation.newest())
                    .bind("state", citation.state().code())
                    .add());
            batch.execute();
        });
    }

    List<Citation> of(Collection<UUID> claims) {
        return jdbi.withHandle(handle -> handle.createQuery(OF)
                .bindArray("claims", UUID.class, List.copyOf(claims))
                .map(CITATION)
                .list());
    }

    List<Citation> ofObservation(UUID observation) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_OBSERVATION)
                .bind("observation", observation)
                .map(CITATION)
                .list());
    }

    List<Citations.Citing> citing(UUID observation) {
        return jdbi.withHandle(handle -> handle.createQuery(CITING)
                .bind("observation", observation)
                .map(Row.to(
                        row -> new Citations.Citing(CitingClaim.Kind.of(row.text("claim_kind")), row.uuid("claim"))))
                .list());
    }

    /** Stores what citations are judged to be now. */
    void judge(List<Citation> citations) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(JUDGE);
            citations.forEach(citation -> batch.bind("newest", citation.newest())
                    .bind("confirmed", citation.confirmed())
                    .bind("state", citation.state().code())
                    .bind("claim", citation.claim())
                    .bind("part", citation.part())
                    .bind("item", citation.item())
                    .add());
            batch.execute();
        });
    }

    /** Keeps what became of citations, and why. */
    void tell(List<Citation> citations, Cause cause) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(TELL);
            citations.forEach(citation -> batch.bind("id", Identifiers.next())
                    .bind("claim", citation.claim())
                    .bind("part", citation.part())
                    .bind("item", citation.item())
                    .bind("region", citation.region())
                    .bind("observation", citation.observation())
                    .bind("state", citation.state().code())
                    .bind("version", citation.newest())
                    .bind("event", cause.event())
                    .bind("by", cause.by())
                    .bind("note", cause.note())
                    .bind("at", cause.at())
                    .add());
            batch.execute();
        });
    }

    List<Told> changes(Collection<UUID> claims) {
        return jdbi.withHandle(handle -> handle.createQuery(CHANGES)
                .bindArray("claims", UUID.class, List.copyOf(claims))
                .map(Row.to(row -> new Told(
                        row.uuid("claim"),
                        new EvidenceChange(
                                row.uuid("observation"),
                                EvidenceState.of(row.text("state")),
                                row.integer("version"),
                                row.instant("changed_at"),
                                row.uuid("event"),
                                row.text("changed_by"),
                                row.text("note")))))
                .list());
    }

    private static Citation citation(Row row) throws SQLException {
        return new Citation(
                row.uuid("claim"),
                row.integer("part"),
                row.integer("item"),
                row.text("region"),
                row.uuid("observation"),
                row.integer("cited"),
                row.integer("confirmed"),
                row.integerOrNull("newest"),
                EvidenceState.of(row.text("state")));
    }
}
