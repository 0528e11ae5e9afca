package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.register.EntryConditions;
import org.finplan.tasks.register.Register;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The entries of registers as they stand, always within what the caller sees. */
@ApplicationScoped
class EntryRepository {

    private static final String AS_IT_IS = """
            SELECT e.*, e.stage AS stage_then, e.stage_since AS since_then FROM register_entry e""";

    /** The stage that an entry had on a day; who was not in the register on it is left out. */
    private static final String AS_IT_WAS = """
            SELECT e.*, s.stage AS stage_then, s.since AS since_then
            FROM register_entry e JOIN LATERAL (
                SELECT stage, since FROM register_stage WHERE entry = e.id AND since <= :at ORDER BY number DESC LIMIT 1
            ) AS s ON true""";

    private static final String INSERT = """
            INSERT INTO register_entry (id, plan, register, name_zh, name_en, region, shared_with, stage, stage_since,
                entered_on, fields, tasks, indicators, linked, clauses, source_title, source_reference, search_text,
                search_grams, touched, version, created_by, created_at, updated_at)
            VALUES (:id, :plan, :register, :nameZh, :nameEn, :region, :sharedWith, :stage, :since, :entered,
                CAST(:fields AS jsonb), :tasks, :indicators, :linked, :clauses, :sourceTitle, :sourceReference,
                :searchText, :searchGrams, true, :version, :by, :created, :updated)""";

    private static final String UPDATE = """
            UPDATE register_entry SET name_zh = :nameZh, name_en = :nameEn, region = :region,
                shared_with = :sharedWith, stage = :stage, stage_since = :since, ended_on = :ended,
                end_reason = :endReason, fields = CAST(:fields AS jsonb), tasks = :tasks, indicators = :indicators,
                linked = :linked, clauses = :clauses, source_title = :sourceTitle,
                source_reference = :sourceReference, search_text = :searchText, search_grams = :searchGrams,
                touched = true, version = :version, updated_at = :updated
            WHERE id = :id""";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    EntryRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void insert(Entry entry) {
        jdbi.useHandle(handle -> bound(handle.createUpdate(INSERT), entry)
                .bind("plan", entry.plan())
                .bind("register", entry.register())
                .bind("entered", entry.enteredOn())
                .bind("by", entry.createdBy())
                .bind("created", entry.createdAt())
                .execute());
    }

    void update(Entry entry) {
        jdbi.useHandle(handle -> bound(handle.createUpdate(UPDATE), entry)
                .bind("ended", entry.endedOn())
                .bind("endReason", entry.endReason())
                .execute());
    }

    /** {@return an entry of a register of any plan, empty when the caller does not see it} */
    Optional<Entry> find(UUID id, String register, RegionSet readable) {
        return one(id, register, readable, "");
    }

    /** Like {@link #find}, and keeps others from changing it until the transaction ends. */
    Optional<Entry> lock(UUID id, String register, RegionSet readable) {
        return one(id, register, readable, " FOR NO KEY UPDATE OF e");
    }

    private Optional<Entry> one(UUID id, String register, RegionSet readable, String lock) {
        EntryConditions conditions = new EntryConditions(readable)
                .and("e.id = :id AND e.register = :register", Map.of("id", id, "register", register));
        String sql = AS_IT_IS + conditions.where() + lock;
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .map(Row.to(this::entry))
                .findOne());
    }

    /**
     * Reads entries in the order in which they were recorded.
     *
     * @param conditions which ones
     * @param at day on which they stood in the register, or null for as they are now, ended ones among them
     * @param stage stage in which they stood then, or null
     * @param after id of the last one seen, or null
     * @param rows most rows
     * @return the entries, with the stages of that day
     */
    List<Entry> page(
            EntryConditions conditions,
            @Nullable LocalDate at,
            @Nullable String stage,
            @Nullable UUID after,
            int rows) {
        EntryConditions all = narrowed(conditions, at, stage);
        if (after != null) {
            all.and("e.id > :after", Map.of("after", after));
        }
        String sql = (at == null ? AS_IT_IS : AS_IT_WAS) + all.where() + " ORDER BY e.id LIMIT :rows";
        return jdbi.withHandle(handle -> all.bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(this::entry))
                .list());
    }

    /** {@return how many there are of what {@link #page} reads} */
    long count(EntryConditions conditions, @Nullable LocalDate at, @Nullable String stage) {
        EntryConditions all = narrowed(conditions, at, stage);
        String sql = "SELECT count(*) FROM (" + (at == null ? AS_IT_IS : AS_IT_WAS) + all.where() + ") AS found";
        return jdbi.withHandle(
                handle -> all.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static EntryConditions narrowed(
            EntryConditions conditions, @Nullable LocalDate at, @Nullable String stage) {
        if (at != null) {
            conditions.and("(e.ended_on IS NULL OR e.ended_on > :at)", Map.of("at", at));
        }
        return stage == null
                ? conditions
                : conditions.and((at == null ? "e.stage" : "s.stage") + " = :stage", Map.of("stage", stage));
    }

    /** {@return those of the ids that are entries of the register which the caller sees} */
    Set<String> visible(List<String> ids, Register register, String code, RegionSet readable) {
        EntryConditions conditions = new EntryConditions(readable)
                .and("e.plan = :plan AND e.register = :register", Map.of("plan", register.plan(), "register", code));
        String sql = "SELECT CAST(e.id AS text) FROM register_entry e" + conditions.where()
                + " AND CAST(e.id AS text) = ANY (:ids)";
        return new LinkedHashSet<>(jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list()));
    }

    private Update bound(Update statement, Entry entry) {
        Entry.Content content = entry.content();
        SearchForm search = SearchForm.of(content);
        return statement
                .bind("id", entry.id())
                .bind("nameZh", content.name().zh())
                .bind("nameEn", content.name().en())
                .bind("region", content.region())
                .bindArray("sharedWith", String.class, content.sharedWith())
                .bind("stage", entry.stage())
                .bind("since", entry.since())
                .bind("fields", content.fields().toString())
                .bindArray("tasks", String.class, content.tasks())
                .bindArray("indicators", String.class, content.indicators())
                .bindArray("linked", String.class, content.linked())
                .bindArray("clauses", String.class, content.clauses())
                .bind(
                        "sourceTitle",
                        content.source() == null ? null : content.source().title())
                .bind(
                        "sourceReference",
                        content.source() == null ? null : content.source().reference())
                .bind("searchText", search.text())
                .bindArray("searchGrams", String.class, List.copyOf(search.grams()))
                .bind("version", entry.version())
                .bind("updated", entry.updatedAt());
    }

    private Entry entry(Row row) throws SQLException {
        String source = row.text("source_title");
        try {
            return new Entry(
                    row.uuid("id"),
                    row.text("plan"),
                    row.text("register"),
                    row.text("code"),
                    new Entry.Content(
                            new LocalizedText(row.text("name_zh"), row.text("name_en")),
                            row.text("region"),
                            row.texts("shared_with"),
                            json.readTree(row.text("fields")),
                            row.texts("linked"),
                            row.texts("tasks"),
                            row.texts("indicators"),
                            row.texts("clauses"),
                            source == null ? null : new Entry.Source(source, row.text("source_reference"))),
                    row.text("stage_then"),
                    row.date("since_then"),
                    row.date("entered_on"),
                    row.date("ended_on"),
                    row.text("end_reason"),
                    row.integer("version"),
                    row.text("created_by"),
                    row.instant("created_at"),
                    row.instant("updated_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of JSON holds JSON", e);
        }
    }
}
