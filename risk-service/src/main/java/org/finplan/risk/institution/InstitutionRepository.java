package org.finplan.risk.institution;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The entries of the register and the history of their status. */
@ApplicationScoped
class InstitutionRepository {

    private static final String INSERT = """
            INSERT INTO institution (uscc, version, name, kind, region, status, since, uscc_exception, licence_number,
                licence_authority, licence_from, licence_until, created_by, created_at, updated_at)
            VALUES (:uscc, :version, :name, :kind, :region, :status, :since, :usccException, :licenceNumber,
                :licenceAuthority, :licenceFrom, :licenceUntil, :by, :updatedAt, :updatedAt)
            ON CONFLICT (uscc) DO NOTHING""";

    private static final String UPDATE = """
            UPDATE institution SET version = :version, name = :name, kind = :kind, region = :region, status = :status,
                since = :since, uscc_exception = :usccException, licence_number = :licenceNumber,
                licence_authority = :licenceAuthority, licence_from = :licenceFrom, licence_until = :licenceUntil,
                updated_at = :updatedAt
            WHERE uscc = :uscc""";

    private static final String INSERT_STATUS = """
            INSERT INTO institution_status (id, institution, status, since, reason, recorded_by, recorded_at)
            VALUES (:id, :uscc, :status, :since, :reason, :by, :updatedAt)""";

    private static final String HISTORY = """
            SELECT * FROM institution_status WHERE institution = :uscc ORDER BY since DESC, recorded_at DESC""";

    private final Jdbi jdbi;

    InstitutionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return false when the register has the code already, seen by the caller or not} */
    boolean insert(Institution institution, String by) {
        return write(INSERT, institution, by) == 1;
    }

    void update(Institution institution, String by) {
        write(UPDATE, institution, by);
    }

    void appendStatus(Institution institution, @Nullable String reason, String by) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT_STATUS)
                .bind("id", Identifiers.next())
                .bind("uscc", institution.uscc())
                .bind("status", institution.status().code())
                .bind("since", institution.since())
                .bind("reason", reason)
                .bind("by", by)
                .bind("updatedAt", institution.updatedAt())
                .execute());
    }

    List<StatusPeriod> history(String uscc) {
        return jdbi.withHandle(handle -> handle.createQuery(HISTORY)
                .bind("uscc", uscc)
                .map(Row.to(row -> new StatusPeriod(
                        row.text("status"),
                        row.date("since"),
                        row.text("reason"),
                        row.text("recorded_by"),
                        row.instant("recorded_at"))))
                .list());
    }

    Optional<Institution> find(String uscc, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("uscc", uscc);
        return read(conditions, 1).stream().findFirst();
    }

    List<Institution> page(InstitutionFilter filter, RegionSet readable, @Nullable String after, int rows) {
        return read(
                conditions(filter, readable).after(List.of("uscc"), false, after == null ? null : List.of(after)),
                rows);
    }

    long count(InstitutionFilter filter, RegionSet readable) {
        ListConditions conditions = conditions(filter, readable);
        String sql = "SELECT count(*) FROM institution" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    /** {@return the codes of all that the caller sees, in order} */
    List<String> codes(RegionSet readable) {
        ListConditions conditions = new ListConditions(readable);
        String sql = "SELECT uscc FROM institution" + conditions.where() + " ORDER BY uscc";
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(String.class).list());
    }

    /** Of those that the caller sees. */
    List<Institution> all(Collection<String> codes, RegionSet readable) {
        return selected("", codes, readable);
    }

    /** In the order of their codes, so that two writers never wait for each other in a circle; only those that may be written. */
    List<Institution> lock(Collection<String> codes, RegionSet writable) {
        return selected(" FOR NO KEY UPDATE", codes, writable);
    }

    private List<Institution> selected(String lock, Collection<String> codes, RegionSet regions) {
        ListConditions conditions = new ListConditions(regions).anyOf("uscc", codes);
        String sql = "SELECT * FROM institution" + conditions.where() + " ORDER BY uscc" + lock;
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .map(Row.to(InstitutionRepository::institution))
                .list());
    }

    private List<Institution> read(ListConditions conditions, int rows) {
        String sql = "SELECT * FROM institution" + conditions.where() + " ORDER BY uscc LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(InstitutionRepository::institution))
                .list());
    }

    private static ListConditions conditions(InstitutionFilter filter, RegionSet readable) {
        return new ListConditions(readable)
                .equal("kind", filter.kind())
                .equal("region", filter.region())
                .equal("status", filter.status());
    }

    private int write(String sql, Institution institution, String by) {
        Licence licence = institution.licence();
        return jdbi.withHandle(handle -> {
            Update statement = handle.createUpdate(sql)
                    .bind("uscc", institution.uscc())
                    .bind("version", institution.version())
                    .bind("name", institution.name())
                    .bind("kind", institution.kind())
                    .bind("region", institution.region())
                    .bind("status", institution.status().code())
                    .bind("since", institution.since())
                    .bind("usccException", institution.usccException())
                    .bind("licenceNumber", licence == null ? null : licence.number())
                    .bind("licenceAuthority", licence == null ? null : licence.authority())
                    .bind("licenceFrom", licence == null ? null : licence.from())
                    .bind("licenceUntil", licence == null ? null : licence.until())
                    .bind("updatedAt", institution.updatedAt());
            return (sql.equals(INSERT) ? statement.bind("by", by) : statement).execute();
        });
    }

    private static Institution institution(Row row) throws SQLException {
        String licence = row.text("licence_number");
        Instant updated = row.instant("updated_at");
        return new Institution(
                row.text("uscc"),
                row.integer("version"),
                row.text("name"),
                row.text("kind"),
                row.text("region"),
                InstitutionStatus.find(row.text("status")).orElseThrow(),
                row.date("since"),
                row.text("uscc_exception"),
                licence == null
                        ? null
                        : new Licence(
                                licence,
                                row.text("licence_authority"),
                                row.date("licence_from"),
                                row.date("licence_until")),
                updated);
    }
}
