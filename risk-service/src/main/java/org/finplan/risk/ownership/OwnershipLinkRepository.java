package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.institution.SourceDocument;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** The versions of the links. A link is seen with the institution in whose file it stands. */
@ApplicationScoped
class OwnershipLinkRepository {

    private static final String INSERT = """
            INSERT INTO ownership_link (id, version, institution, owned, holder_key, holder_kind, holder_uscc,
                holder_identifier, holder_name, nature, share, held_from, held_until, source_title, source_reference,
                withdrawn, reason, change, recorded_by, recorded_at)
            VALUES (:id, :version, :institution, :owned, :holderKey, :holderKind, :holderUscc, :holderIdentifier,
                :holderName, :nature, :share, :from, :until, :sourceTitle, :sourceReference, :withdrawn, :reason, :change,
                :by, :at)""";

    private static final String REPLACE = """
            UPDATE ownership_link SET replaced_at = :at, replaced_change = :change WHERE id = :id AND replaced_at IS NULL""";

    /** One writer after the other until its transaction ends, so that the numbers become known in their order. */
    private static final String ORDERLY = "SELECT pg_advisory_xact_lock(hashtextextended('ownership-change', 0))";

    private static final String KNOWN = """
            SELECT * FROM ownership_link
            WHERE institution = ANY (:files) AND NOT withdrawn
              AND (CAST(:asOf AS timestamptz) IS NULL AND replaced_at IS NULL
                  OR recorded_at <= :asOf AND (replaced_at IS NULL OR replaced_at > :asOf))
              AND (CAST(:on AS date) IS NULL OR held_from <= :on AND (held_until IS NULL OR held_until >= :on))
            ORDER BY institution, owned, share DESC NULLS LAST, holder_key, id""";

    private final Jdbi jdbi;

    OwnershipLinkRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the number of the next change} */
    long nextChange() {
        return jdbi.withHandle(handle -> {
            handle.createQuery(ORDERLY).mapToMap().one();
            return handle.createQuery("SELECT nextval('ownership_change')")
                    .mapTo(Long.class)
                    .one();
        });
    }

    void insert(OwnershipLink link) {
        Holder holder = link.holder();
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", link.id())
                .bind("version", link.version())
                .bind("institution", link.institution())
                .bind("owned", link.owned())
                .bind("holderKey", link.holderKey())
                .bind("holderKind", holder.kind().code())
                .bind("holderUscc", holder.uscc())
                .bind("holderIdentifier", holder.identifier())
                .bind("holderName", holder.name())
                .bind("nature", link.nature().code())
                .bind("share", link.share())
                .bind("from", link.from())
                .bind("until", link.until())
                .bind("sourceTitle", link.source().title())
                .bind("sourceReference", link.source().reference())
                .bind("withdrawn", link.withdrawn())
                .bind("reason", link.reason())
                .bind("change", link.change())
                .bind("by", link.recordedBy())
                .bind("at", link.recordedAt())
                .execute());
    }

    /** Puts a version in the place of the one that counts. */
    void replace(OwnershipLink link) {
        jdbi.useHandle(handle -> handle.createUpdate(REPLACE)
                .bind("id", link.id())
                .bind("change", link.change())
                .bind("at", link.recordedAt())
                .execute());
        insert(link);
    }

    Optional<OwnershipLink> find(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM ownership_link WHERE id = :id AND replaced_at IS NULL")
                        .bind("id", id)
                        .map(Row.to(OwnershipLinkRepository::link))
                        .findOne());
    }

    List<OwnershipLink> versions(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM ownership_link WHERE id = :id ORDER BY version DESC")
                        .bind("id", id)
                        .map(Row.to(OwnershipLinkRepository::link))
                        .list());
    }

    /**
     * Reads the links of files.
     *
     * @param files credit codes of institutions
     * @param on those in force that day, or null for any day
     * @param asOf as they were known then, or null for now
     * @return the links, those of the largest shares first
     */
    List<OwnershipLink> known(Collection<String> files, @Nullable LocalDate on, @Nullable Instant asOf) {
        return jdbi.withHandle(handle -> handle.createQuery(KNOWN)
                .bindArray("files", String.class, List.copyOf(files))
                .bind("on", on)
                .bind("asOf", asOf)
                .map(Row.to(OwnershipLinkRepository::link))
                .list());
    }

    /** Reads links, the newest first. */
    List<OwnershipLink> page(OwnershipLinkFilter filter, RegionSet readable, @Nullable UUID after, int rows) {
        ListConditions conditions = new ListConditions(readable)
                .and("NOT withdrawn", Map.of())
                .equal("institution", filter.institution())
                .equal("holder_uscc", filter.holder())
                .after(List.of("id"), true, after == null ? null : List.of(after));
        if (filter.on() != null) {
            conditions.and("held_from <= :on AND (held_until IS NULL OR held_until >= :on)", Map.of("on", filter.on()));
        }
        if (filter.asOf() == null) {
            conditions.and("replaced_at IS NULL", Map.of());
        } else {
            conditions.and(
                    "recorded_at <= :asOf AND (replaced_at IS NULL OR replaced_at > :asOf)",
                    Map.of("asOf", filter.asOf()));
        }
        String sql = "SELECT l.* FROM ownership_link l JOIN institution_place p USING (institution)"
                + conditions.where() + " ORDER BY id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(OwnershipLinkRepository::link))
                .list());
    }

    private static OwnershipLink link(Row row) throws SQLException {
        return new OwnershipLink(
                row.uuid("id"),
                row.integer("version"),
                row.text("institution"),
                row.text("owned"),
                new Holder(
                        HolderKind.find(row.text("holder_kind")).orElseThrow(),
                        row.text("holder_uscc"),
                        row.text("holder_identifier"),
                        row.text("holder_name")),
                Nature.find(row.text("nature")).orElseThrow(),
                row.decimal("share"),
                row.date("held_from"),
                row.date("held_until"),
                new SourceDocument(row.text("source_title"), row.text("source_reference")),
                row.flag("withdrawn"),
                row.text("reason"),
                row.number("change"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }
}
