package org.finplan.risk.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.finplan.platform.sql.Row;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

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
            SELECT DISTINCT ON (code) code, version, state, created_by FROM rule_version ORDER BY code, version DESC""";

    private static final String OF_STATE = """
            SELECT code, version, state, created_by FROM rule_version WHERE state = :state ORDER BY code, version""";

    private static final String OF_CODE = """
            SELECT code, version, state, created_by FROM rule_version WHERE code = :code ORDER BY version DESC""";

    private static final String OF_KEYS = """
            SELECT v.code, v.version, v.state, v.created_by FROM unnest(:codes, :versions) AS wanted (code, version)
            JOIN rule_version v ON v.code = wanted.code AND v.version = wanted.version ORDER BY v.code, v.version""";

    private static final String PUBLISHED = """
            SELECT code || '@' || version FROM rule_version WHERE state = 'published' ORDER BY code, version""";

    private static final String CODES = "SELECT DISTINCT code FROM rule_version ORDER BY code";

    private final Jdbi jdbi;
    private final RuleContents contents;
    private final ObjectMapper writer;

    RuleVersionRepository(Jdbi jdbi, RuleContents contents, ObjectMapper writer) {
        this.jdbi = jdbi;
        this.contents = contents;
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
        return read(NEWEST, query -> query);
    }

    /** {@return all versions in a state, by code} */
    List<RuleVersion> in(RuleState state) {
        return read(OF_STATE, query -> query.bind("state", state.code()));
    }

    /** {@return the versions of a rule, the newest first} */
    List<RuleVersion> of(String code) {
        return read(OF_CODE, query -> query.bind("code", code));
    }

    /** {@return those versions, by code} */
    List<RuleVersion> of(List<RuleContents.Key> keys) {
        return read(OF_KEYS, query -> query.bindArray(
                        "codes",
                        String.class,
                        keys.stream().map(RuleContents.Key::code).toList())
                .bindArray(
                        "versions",
                        Integer.class,
                        keys.stream().map(RuleContents.Key::version).toList()));
    }

    /** {@return what is published, as code@version} */
    List<String> published() {
        return jdbi.withHandle(
                handle -> handle.createQuery(PUBLISHED).mapTo(String.class).list());
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

    private List<RuleVersion> read(String sql, UnaryOperator<Query> bound) {
        List<RuleVersion> rows = jdbi.withHandle(handle -> bound.apply(handle.createQuery(sql))
                .map(Row.to(row -> new RuleVersion(
                        row.text("code"),
                        row.integer("version"),
                        RuleState.find(row.text("state")).orElseThrow(),
                        null,
                        row.text("created_by"))))
                .list());
        Map<RuleContents.Key, Optional<RuleRequest>> texts =
                contents.of(rows.stream().map(RuleVersionRepository::key).toList());
        return rows.stream()
                .map(row -> new RuleVersion(
                        row.code(),
                        row.version(),
                        row.state(),
                        texts.get(key(row)).orElse(null),
                        row.author()))
                .toList();
    }

    private static RuleContents.Key key(RuleVersion version) {
        return new RuleContents.Key(version.code(), version.version());
    }
}
