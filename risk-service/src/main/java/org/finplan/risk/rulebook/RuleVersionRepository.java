package org.finplan.risk.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.jdbi.v3.core.Jdbi;

/** The versions of all rules. */
@ApplicationScoped
class RuleVersionRepository {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('rule_version', 0))";

    private static final String INSERT = """
            INSERT INTO rule_version (code, version, state, content, created_by, created_at, published_at)
            SELECT n.code, n.version, :state, CAST(n.content AS jsonb), :by, :at,
                CASE WHEN :state = 'published' THEN CAST(:at AS timestamptz) END
            FROM unnest(:codes, :versions, :contents) AS n (code, version, content)""";

    private static final String MOVE = """
            UPDATE rule_version SET state = :state, reason = coalesce(:reason, reason),
                tested_at = CASE WHEN :state = 'tested' THEN :at ELSE tested_at END,
                shadowed_at = CASE WHEN :state = 'shadow' THEN :at ELSE shadowed_at END,
                published_at = CASE WHEN :state = 'published' THEN :at ELSE published_at END,
                retired_at = CASE WHEN :state = 'retired' THEN :at ELSE retired_at END
            WHERE (code, version) IN (SELECT * FROM unnest(:codes, :versions))""";

    private static final String NEWEST = """
            SELECT DISTINCT ON (code) * FROM rule_version ORDER BY code, version DESC""";

    private static final String OF_STATE = "SELECT * FROM rule_version WHERE state = :state ORDER BY code, version";

    private static final String OF_CODE = "SELECT * FROM rule_version WHERE code = :code ORDER BY version DESC";

    private static final String CODES = "SELECT DISTINCT code FROM rule_version ORDER BY code";

    private static final JsonMapper READER = JsonMapper.builder().build();

    private final Jdbi jdbi;
    private final ObjectMapper writer;

    RuleVersionRepository(Jdbi jdbi, ObjectMapper writer) {
        this.jdbi = jdbi;
        this.writer = writer;
    }

    /** Lets nobody else change the rule book until the transaction ends. */
    void lock() {
        jdbi.withHandle(handle -> handle.createQuery(LOCK).mapTo(Integer.class).one());
    }

    /** Writes new versions down, all in one state. */
    void insert(List<RuleVersion> versions, RuleState state, String by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("state", state.code())
                .bind("by", by)
                .bind("at", at)
                .bindArray(
                        "codes",
                        String.class,
                        versions.stream().map(RuleVersion::code).toList())
                .bindArray(
                        "versions",
                        Integer.class,
                        versions.stream().map(RuleVersion::version).toList())
                .bindArray(
                        "contents",
                        String.class,
                        versions.stream().map(this::json).toList())
                .execute());
    }

    /** Moves versions on. */
    void move(List<RuleVersion> versions, RuleState state, @Nullable String reason, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(MOVE)
                .bind("state", state.code())
                .bind("reason", reason)
                .bind("at", at)
                .bindArray(
                        "codes",
                        String.class,
                        versions.stream().map(RuleVersion::code).toList())
                .bindArray(
                        "versions",
                        Integer.class,
                        versions.stream().map(RuleVersion::version).toList())
                .execute());
    }

    /** {@return the newest version of each rule} */
    List<RuleVersion> newest() {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .map(Row.to(RuleVersionRepository::version))
                .list());
    }

    /** {@return all versions in a state, by code} */
    List<RuleVersion> in(RuleState state) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_STATE)
                .bind("state", state.code())
                .map(Row.to(RuleVersionRepository::version))
                .list());
    }

    /** {@return the versions of a rule, the newest first} */
    List<RuleVersion> of(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_CODE)
                .bind("code", code)
                .map(Row.to(RuleVersionRepository::version))
                .list());
    }

    /** {@return the codes of all rules there ever were} */
    List<String> codes() {
        return jdbi.withHandle(
                handle -> handle.createQuery(CODES).mapTo(String.class).list());
    }

    private String json(RuleVersion version) {
        try {
            return writer.writeValueAsString(version.content());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuleVersion version(Row row) throws SQLException {
        try {
            return new RuleVersion(
                    row.text("code"),
                    row.integer("version"),
                    RuleState.find(row.text("state")).orElseThrow(),
                    READER.readValue(row.text("content"), RuleRequest.class),
                    row.text("created_by"));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("rule_version " + row.text("code"), damaged);
        }
    }
}
