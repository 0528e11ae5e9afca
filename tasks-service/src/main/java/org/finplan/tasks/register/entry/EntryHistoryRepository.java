package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** What happened to entries: their stages and what each version said. Only added to. */
@ApplicationScoped
class EntryHistoryRepository {

    private static final String ADD_STAGE = """
            INSERT INTO register_stage (entry, number, stage, since, reason, decided_by, recorded_by, recorded_at)
            SELECT :entry, coalesce(max(number), 0) + 1, :stage, :since, :reason, :decidedBy, :by, :at
            FROM register_stage WHERE entry = :entry""";

    private static final String ADD_VERSION = """
            INSERT INTO register_version (entry, version, content, reason, recorded_by, recorded_at)
            VALUES (:entry, :version, CAST(:content AS jsonb), :reason, :by, :at)""";

    private static final String STAGES = "SELECT * FROM register_stage WHERE entry = :entry ORDER BY number";

    private static final String VERSIONS = "SELECT * FROM register_version WHERE entry = :entry ORDER BY version";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    EntryHistoryRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void addStage(Entry entry, @Nullable String reason, @Nullable String decidedBy, String by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD_STAGE)
                .bind("entry", entry.id())
                .bind("stage", entry.stage())
                .bind("since", entry.since())
                .bind("reason", reason)
                .bind("decidedBy", decidedBy)
                .bind("by", by)
                .bind("at", at)
                .execute());
    }

    void addVersion(Entry entry, @Nullable String reason, String by) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD_VERSION)
                .bind("entry", entry.id())
                .bind("version", entry.version())
                .bind("content", text(EntryWording.of(entry)))
                .bind("reason", reason)
                .bind("by", by)
                .bind("at", entry.updatedAt())
                .execute());
    }

    List<EntryHistoryView.StageStep> stages(UUID entry) {
        return jdbi.withHandle(handle -> handle.createQuery(STAGES)
                .bind("entry", entry)
                .map(Row.to(row -> new EntryHistoryView.StageStep(
                        row.text("stage"),
                        row.date("since"),
                        row.text("reason"),
                        row.text("decided_by"),
                        row.text("recorded_by"),
                        row.instant("recorded_at"))))
                .list());
    }

    List<EntryHistoryView.Version> versions(UUID entry) {
        return jdbi.withHandle(handle -> handle.createQuery(VERSIONS)
                .bind("entry", entry)
                .map(Row.to(row -> new EntryHistoryView.Version(
                        row.integer("version"),
                        wording(row.text("content")),
                        row.text("reason"),
                        row.text("recorded_by"),
                        row.instant("recorded_at"))))
                .list());
    }

    private String text(EntryWording wording) {
        try {
            return json.writeValueAsString(wording);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what an entry says is plain data", e);
        }
    }

    private EntryWording wording(String text) {
        try {
            JsonNode read = json.readTree(text);
            return json.treeToValue(read, EntryWording.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of JSON holds JSON", e);
        }
    }
}
