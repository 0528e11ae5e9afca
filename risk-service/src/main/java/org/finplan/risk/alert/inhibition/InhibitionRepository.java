package org.finplan.risk.alert.inhibition;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;

/** The inhibition rules. */
@ApplicationScoped
class InhibitionRepository {

    private static final String INSERT = """
            INSERT INTO inhibition_rule (id, version, region, regions, source_rule, source_state, target_rule, equal_on, reason,
                created_by, created_at)
            VALUES (:id, 0, :region, :regions, :sourceRule, :sourceState, :targetRule, :equal, :reason, :author, :createdAt)""";

    private final Jdbi jdbi;

    InhibitionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One after the other adds rules of a city, so that two do not close a circle between them. */
    void lock(String region) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", "inhibition/" + region)
                .mapTo(Integer.class)
                .one());
    }

    void add(InhibitionRule rule, Collection<String> regions) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", rule.id())
                .bind("region", rule.region())
                .bind("sourceRule", rule.sourceRule())
                .bind("sourceState", rule.sourceState())
                .bind("targetRule", rule.targetRule())
                .bind("equal", rule.equal())
                .bind("reason", rule.reason())
                .bind("author", rule.author())
                .bind("createdAt", rule.createdAt())
                .bindArray("regions", String.class, regions.toArray())
                .execute());
    }

    void retire(UUID id, String by, Instant at) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE inhibition_rule SET version = version + 1, retired_by = :by,"
                                + " retired_at = :at WHERE id = :id")
                        .bind("by", by)
                        .bind("at", at)
                        .bind("id", id)
                        .execute());
    }

    Optional<InhibitionRule> find(UUID id, RegionSet readable) {
        return one(id, readable, "");
    }

    /** Locks a rule until the transaction ends. */
    Optional<InhibitionRule> take(UUID id, RegionSet readable) {
        return one(id, readable, " FOR UPDATE");
    }

    private Optional<InhibitionRule> one(UUID id, RegionSet readable, String lock) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("SELECT * FROM inhibition_rule" + conditions.where() + lock))
                .map(Row.to(InhibitionRepository::rule))
                .findOne());
    }

    /** Reads the rules of a city that are not retired. */
    List<InhibitionRule> inForce(String region) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM inhibition_rule WHERE region = :region AND retired_at IS NULL")
                .bind("region", region)
                .map(Row.to(InhibitionRepository::rule))
                .list());
    }

    /** Reads rules, the newest first, retired ones as well. */
    List<InhibitionRule> page(RegionSet readable, @Nullable TimePosition after, int rows) {
        ListConditions conditions = new ListConditions(readable)
                .after(List.of("created_at", "id"), true, after == null ? null : after.keys());
        String sql =
                "SELECT * FROM inhibition_rule" + conditions.where() + " ORDER BY created_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(InhibitionRepository::rule))
                .list());
    }

    long count(RegionSet readable) {
        ListConditions conditions = new ListConditions(readable);
        String sql = "SELECT count(*) FROM inhibition_rule" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static InhibitionRule rule(Row row) throws SQLException {
        return new InhibitionRule(
                row.uuid("id"),
                row.integer("version"),
                row.text("region"),
                row.text("source_rule"),
                row.text("source_state"),
                row.text("target_rule"),
                row.text("equal_on"),
                row.text("reason"),
                row.text("created_by"),
                row.instant("created_at"),
                row.text("retired_by"),
                row.instant("retired_at"));
    }
}
