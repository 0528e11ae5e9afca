package org.finplan.risk.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** The versions of the records of supervision. */
@ApplicationScoped
class SupervisionRecordRepository {

    private static final String INSERT = """
            INSERT INTO supervision_record (id, version, institution, channel, mode, occurred_on, title, findings, amounts,
                attachments, party, withdrawn, reason, entered_by, entered_at, recorded_by, recorded_at)
            VALUES (:id, :version, :institution, :channel, :mode, :on, :title, :findings, CAST(:amounts AS jsonb),
                CAST(:attachments AS jsonb), :party, :withdrawn, :reason, :enteredBy, :enteredAt, :by, :at)""";

    private static final String REPLACE =
            "UPDATE supervision_record SET replaced_at = :at WHERE id = :id AND replaced_at IS NULL";

    private static final String READ = """
            SELECT r.*, p.region FROM supervision_record r JOIN institution_place p USING (institution)""";

    private static final String COUNT = """
            SELECT count(*) FROM supervision_record r JOIN institution_place p USING (institution)""";

    private static final String LOCK =
            "SELECT version FROM supervision_record WHERE id = :id AND replaced_at IS NULL FOR UPDATE";

    private static final List<String> ORDER = List.of("occurred_on", "id");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;

    SupervisionRecordRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(SupervisionRecord record) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", record.id())
                .bind("version", record.version())
                .bind("institution", record.institution())
                .bind("channel", record.channel())
                .bind("mode", record.mode())
                .bind("on", record.on())
                .bind("title", record.title())
                .bind("findings", record.findings())
                .bind("amounts", json(record.amounts()))
                .bind("attachments", json(record.attachments()))
                .bind("party", record.party())
                .bind("withdrawn", record.withdrawn())
                .bind("reason", record.reason())
                .bind("enteredBy", record.enteredBy())
                .bind("enteredAt", record.enteredAt())
                .bind("by", record.recordedBy())
                .bind("at", record.recordedAt())
                .execute());
    }

    /** Puts a version in the place of the one that counts. */
    void replace(SupervisionRecord record) {
        jdbi.useHandle(handle -> handle.createUpdate(REPLACE)
                .bind("id", record.id())
                .bind("at", record.recordedAt())
                .execute());
        insert(record);
    }

    /** Locks the version that counts until the transaction ends. */
    void lock(UUID id) {
        jdbi.useHandle(handle ->
                handle.createQuery(LOCK).bind("id", id).mapTo(Integer.class).one());
    }

    Optional<SupervisionRecord> find(UUID id, @Nullable Instant asOf, RegionSet readable) {
        ListConditions conditions = known(new ListConditions(readable).equal("id", id), asOf);
        return read(conditions, 1).stream().findFirst();
    }

    /** {@return all versions of a record, the newest first} */
    List<SupervisionRecord> versions(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        String sql = READ + conditions.where() + " ORDER BY version DESC";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .map(Row.to(SupervisionRecordRepository::record))
                .list());
    }

    /** Reads records by the day they happened, the newest first. */
    List<SupervisionRecord> page(
            SupervisionRecordFilter filter, RegionSet readable, @Nullable Position after, int rows) {
        return read(
                conditions(filter, readable).after(ORDER, true, after == null ? null : List.of(after.on(), after.id())),
                rows);
    }

    long count(SupervisionRecordFilter filter, RegionSet readable) {
        ListConditions conditions = conditions(filter, readable);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(COUNT + conditions.where()))
                .mapTo(Long.class)
                .one());
    }

    /**
     * A place in the list.
     *
     * @param on the day of the last record seen
     * @param id its id
     */
    record Position(LocalDate on, UUID id) {}

    private List<SupervisionRecord> read(ListConditions conditions, int rows) {
        String sql = READ + conditions.where() + " ORDER BY occurred_on DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(SupervisionRecordRepository::record))
                .list());
    }

    private static ListConditions conditions(SupervisionRecordFilter filter, RegionSet readable) {
        ListConditions conditions = known(new ListConditions(readable), filter.asOf())
                .and("NOT withdrawn", Map.of())
                .equal("channel", filter.channel())
                .equal("institution", filter.institution())
                .equal("region", filter.region())
                .equal("party", filter.party())
                .equal("mode", filter.mode());
        if (filter.from() != null) {
            conditions.and("occurred_on >= :from", Map.of("from", filter.from()));
        }
        return filter.to() == null ? conditions : conditions.and("occurred_on <= :to", Map.of("to", filter.to()));
    }

    private static ListConditions known(ListConditions conditions, @Nullable Instant asOf) {
        return asOf == null
                ? conditions.and("replaced_at IS NULL", Map.of())
                : conditions.and(
                        "recorded_at <= :asOf AND (replaced_at IS NULL OR replaced_at > :asOf)", Map.of("asOf", asOf));
    }

    private static SupervisionRecord record(Row row) throws SQLException {
        return new SupervisionRecord(
                row.uuid("id"),
                row.integer("version"),
                row.text("institution"),
                row.text("region"),
                row.text("channel"),
                row.text("mode"),
                row.date("occurred_on"),
                row.text("title"),
                row.text("findings"),
                read(row.text("amounts"), new TypeReference<>() {}),
                read(row.text("attachments"), new TypeReference<>() {}),
                row.text("party"),
                row.flag("withdrawn"),
                row.text("reason"),
                row.text("entered_by"),
                row.instant("entered_at"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }

    private static String json(List<?> items) {
        try {
            return JSON.writeValueAsString(items);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> List<T> read(String json, TypeReference<List<T>> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("supervision_record " + json, damaged);
        }
    }
}
