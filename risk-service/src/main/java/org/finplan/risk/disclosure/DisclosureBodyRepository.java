package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.institution.SourceDocument;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** The bodies that must disclose and are named. */
@ApplicationScoped
class DisclosureBodyRepository {

    private static final String INSERT = """
            INSERT INTO disclosure_body (uscc, version, class, name, region, from_year, until_year, source_title,
                source_reference, reason, recorded_by, recorded_at)
            VALUES (:uscc, :version, :class, :name, :region, :from, :until, :title, :reference, :reason, :by, :at)
            ON CONFLICT DO NOTHING""";

    private static final String REPLACE =
            "UPDATE disclosure_body SET replaced_at = :at WHERE uscc = :uscc AND replaced_at IS NULL";

    /** One after the other for a body, so that two changes of it make two versions. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('disclosure-body/' || :uscc, 0))";

    private final Jdbi jdbi;

    DisclosureBodyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void lock(String uscc) {
        jdbi.useHandle(
                handle -> handle.createQuery(LOCK).bind("uscc", uscc).mapToMap().one());
    }

    /**
     * Puts a version in the place of the one before.
     *
     * @param body the version
     * @return false when somebody whose regions the caller does not see has named the body
     */
    boolean keep(DisclosureBody body) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(REPLACE)
                    .bind("uscc", body.uscc())
                    .bind("at", body.recordedAt())
                    .execute();
            return handle.createUpdate(INSERT)
                            .bind("uscc", body.uscc())
                            .bind("version", body.version())
                            .bind("class", body.bodyClass())
                            .bind("name", body.name())
                            .bind("region", body.region())
                            .bind("from", body.fromYear())
                            .bind("until", body.untilYear())
                            .bind("title", body.source().title())
                            .bind("reference", body.source().reference())
                            .bind("reason", body.reason())
                            .bind("by", body.recordedBy())
                            .bind("at", body.recordedAt())
                            .execute()
                    == 1;
        });
    }

    /** {@return all versions of a body, the newest first} */
    List<DisclosureBody> versions(String uscc, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("uscc", uscc);
        String sql = "SELECT * FROM disclosure_body" + conditions.where() + " ORDER BY version DESC";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .map(Row.to(DisclosureBodyRepository::body))
                .list());
    }

    Optional<DisclosureBody> find(String uscc, RegionSet readable) {
        return read(new ListConditions(readable).equal("uscc", uscc), 1).stream()
                .findFirst();
    }

    List<DisclosureBody> page(@Nullable String bodyClass, RegionSet readable, @Nullable String after, int rows) {
        return read(
                new ListConditions(readable)
                        .equal("class", bodyClass)
                        .after(List.of("uscc"), false, after == null ? null : List.of(after)),
                rows);
    }

    private List<DisclosureBody> read(ListConditions asked, int rows) {
        ListConditions conditions = asked.and("replaced_at IS NULL", Map.of());
        String sql = "SELECT * FROM disclosure_body" + conditions.where() + " ORDER BY uscc LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(DisclosureBodyRepository::body))
                .list());
    }

    private static DisclosureBody body(Row row) throws SQLException {
        return new DisclosureBody(
                row.text("uscc"),
                row.integer("version"),
                row.text("class"),
                row.text("name"),
                row.text("region"),
                row.integer("from_year"),
                row.integerOrNull("until_year"),
                new SourceDocument(row.text("source_title"), row.text("source_reference")),
                row.text("reason"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }
}
