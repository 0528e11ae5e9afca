package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.institution.SourceDocument;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** The bodies that must disclose and are named. */
@ApplicationScoped
class DisclosureBodyRepository {

    private static final String KEEP = """
            INSERT INTO disclosure_body AS known (uscc, version, class, name, region, from_year, until_year, source_title,
                source_reference, recorded_by, recorded_at)
            VALUES (:uscc, :version, :class, :name, :region, :from, :until, :title, :reference, :by, :at)
            ON CONFLICT (uscc) DO UPDATE SET version = excluded.version, class = excluded.class, name = excluded.name,
                region = excluded.region, from_year = excluded.from_year, until_year = excluded.until_year,
                source_title = excluded.source_title, source_reference = excluded.source_reference,
                recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
            WHERE known.version = excluded.version - 1""";

    private final Jdbi jdbi;

    DisclosureBodyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return false when somebody else has written the same version meanwhile} */
    boolean keep(DisclosureBody body) {
        return jdbi.withHandle(handle -> handle.createUpdate(KEEP)
                        .bind("uscc", body.uscc())
                        .bind("version", body.version())
                        .bind("class", body.bodyClass())
                        .bind("name", body.name())
                        .bind("region", body.region())
                        .bind("from", body.fromYear())
                        .bind("until", body.untilYear())
                        .bind("title", body.source().title())
                        .bind("reference", body.source().reference())
                        .bind("by", body.recordedBy())
                        .bind("at", body.recordedAt())
                        .execute())
                == 1;
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

    private List<DisclosureBody> read(ListConditions conditions, int rows) {
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
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }
}
