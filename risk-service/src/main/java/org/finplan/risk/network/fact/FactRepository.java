package org.finplan.risk.network.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;

/** The versions of the facts, written and read in sets. */
@ApplicationScoped
class FactRepository {

    private static final String INSERT = """
            INSERT INTO network_fact (id, version, region, kind, key, firms, fields, withdrawn, source, reason, recorded_by,
                recorded_at)
            SELECT n.id, n.version, :region, n.kind, n.key, string_to_array(n.firms, ' '), CAST(n.fields AS jsonb), n.withdrawn,
                n.source, n.reason, :by, :at
            FROM unnest(:ids, :versions, :kinds, :keys, :firms, :fields, :withdrawn, :sources, :reasons)
                AS n (id, version, kind, key, firms, fields, withdrawn, source, reason)""";

    private static final String REPLACE =
            "UPDATE network_fact SET replaced_at = :at WHERE id = ANY (:ids) AND replaced_at IS NULL";

    private static final String CURRENT = """
            SELECT * FROM network_fact
            WHERE region = :region AND kind = :kind AND key = ANY (:keys) AND replaced_at IS NULL""";

    private static final String FIRMS = """
            SELECT key FROM network_fact
            WHERE region = :region AND kind = 'firm' AND key = ANY (:keys) AND replaced_at IS NULL AND NOT withdrawn""";

    private static final String ABOUT = """
            SELECT id FROM network_fact
            WHERE region = :region AND kind <> 'firm' AND firms @> ARRAY[CAST(:firm AS text)]
              AND replaced_at IS NULL AND NOT withdrawn
            ORDER BY id LIMIT 1""";

    private static final String KNOWN = """
            SELECT fields FROM network_fact
            WHERE region = :region AND kind = :kind AND key > :after
              AND NOT withdrawn AND recorded_at <= :at AND (replaced_at IS NULL OR replaced_at > :at)
            ORDER BY key LIMIT :rows""";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    FactRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Adds versions of one city, author and instant; those that they take the place of are replaced. */
    void add(List<FactVersion> added) {
        if (added.isEmpty()) {
            return;
        }
        FactVersion any = added.get(0);
        List<UUID> ids = added.stream().map(FactVersion::id).toList();
        jdbi.useHandle(handle -> handle.createUpdate(REPLACE)
                .bindArray("ids", UUID.class, ids)
                .bind("at", any.recordedAt())
                .execute());
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("region", any.region())
                .bind("by", any.recordedBy())
                .bind("at", any.recordedAt())
                .bindArray("ids", UUID.class, ids)
                .bindArray("versions", Integer.class, column(added, FactVersion::version))
                .bindArray("kinds", String.class, column(added, one -> one.fact()
                        .kind()
                        .code()))
                .bindArray("keys", String.class, column(added, one -> one.fact().key()))
                .bindArray("firms", String.class, column(added, one -> String.join(" ", named(one.fact()))))
                .bindArray("fields", String.class, column(added, one -> text(one.fields())))
                .bindArray("withdrawn", Boolean.class, column(added, FactVersion::withdrawn))
                .bindArray("sources", String.class, column(added, FactVersion::source))
                .bindArray("reasons", String.class, column(added, FactVersion::reason))
                .execute());
    }

    private static Object[] column(List<FactVersion> rows, Function<FactVersion, ?> value) {
        return rows.stream().map(value).toArray();
    }

    /** Codes and names that it can be found by; a name with a space in it is none. */
    private static Set<String> named(Fact fact) {
        Set<String> named = new HashSet<>(fact.firms());
        fact.others().stream().filter(other -> other.indexOf(' ') < 0).forEach(named::add);
        return named;
    }

    /** {@return the newest versions of facts of a kind, also of those taken back} */
    List<FactVersion> current(String region, FactKind kind, Collection<String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bind("region", region)
                .bind("kind", kind.code())
                .bindArray("keys", String.class, List.copyOf(keys))
                .map(Row.to(this::version))
                .list());
    }

    /** {@return those of some firms that are known} */
    Set<String> firms(String region, Collection<String> codes) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(FIRMS)
                .bind("region", region)
                .bindArray("keys", String.class, List.copyOf(codes))
                .mapTo(String.class)
                .list()));
    }

    /** {@return a fact that is about a firm and not its own, empty when there is none} */
    Optional<UUID> about(String region, String firm) {
        return jdbi.withHandle(handle -> handle.createQuery(ABOUT)
                .bind("region", region)
                .bind("firm", firm)
                .mapTo(UUID.class)
                .findOne());
    }

    /** {@return facts of a kind and city as they were known, after a key and in the order of keys} */
    List<Fact> known(String region, Instant at, FactKind kind, String after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(KNOWN)
                .bind("region", region)
                .bind("at", at)
                .bind("kind", kind.code())
                .bind("after", after)
                .bind("rows", rows)
                .map(Row.to(row -> fact(kind, fields(row.text("fields")))))
                .list());
    }

    private static Fact fact(FactKind kind, Map<String, String> fields) {
        return FactReader.read(kind, fields, any -> true).fact();
    }

    Optional<FactVersion> find(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id).and("replaced_at IS NULL", Map.of());
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("SELECT * FROM network_fact" + conditions.where()))
                .map(Row.to(this::version))
                .findOne());
    }

    List<FactVersion> versions(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(
                        "SELECT * FROM network_fact" + conditions.where() + " ORDER BY version DESC LIMIT 1000"))
                .map(Row.to(this::version))
                .list());
    }

    /** Reads facts that were not taken back, the newest first. */
    List<FactVersion> page(FactFilter filter, RegionSet readable, @Nullable TimePosition after, int rows) {
        ListConditions conditions = new ListConditions(readable)
                .and("NOT withdrawn", Map.of())
                .equal("kind", filter.kind() == null ? null : filter.kind().code())
                .after(List.of("recorded_at", "id"), true, after == null ? null : after.keys());
        if (filter.firm() != null) {
            conditions.and("firms @> ARRAY[CAST(:firm AS text)]", Map.of("firm", filter.firm()));
        }
        if (filter.asOf() == null) {
            conditions.and("replaced_at IS NULL", Map.of());
        } else {
            conditions.and(
                    "recorded_at <= :asOf AND (replaced_at IS NULL OR replaced_at > :asOf)",
                    Map.of("asOf", filter.asOf()));
        }
        String sql =
                "SELECT * FROM network_fact" + conditions.where() + " ORDER BY recorded_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(this::version))
                .list());
    }

    private FactVersion version(Row row) throws SQLException {
        FactKind kind = FactKind.find(row.text("kind")).orElseThrow();
        Map<String, String> fields = fields(row.text("fields"));
        return new FactVersion(
                row.uuid("id"),
                row.integer("version"),
                row.text("region"),
                fact(kind, fields),
                fields,
                row.flag("withdrawn"),
                row.text("source"),
                row.text("reason"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }

    private String text(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> fields(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
