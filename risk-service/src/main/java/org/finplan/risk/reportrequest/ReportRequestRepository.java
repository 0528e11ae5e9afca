package org.finplan.risk.reportrequest;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Requests to report, read and written in sets; who sees an institution sees its requests. */
@ApplicationScoped
class ReportRequestRepository {

    private static final String OPEN = """
            SELECT * FROM report_request WHERE closed_at IS NULL AND institution = ANY (:institutions)""";

    private static final String INSERT = """
            INSERT INTO report_request (id, institution, period, period_end, metrics, rules, opened_at, changed_at)
            SELECT n.id, n.institution, n.period, n.period_end, string_to_array(n.metrics, ' '),
                string_to_array(n.rules, ' '), :at, :at
            FROM unnest(:ids, :institutions, :periods, :ends, :metrics, :rules)
                AS n (id, institution, period, period_end, metrics, rules)""";

    private static final String CHANGE = """
            UPDATE report_request r SET metrics = string_to_array(n.metrics, ' '), rules = string_to_array(n.rules, ' '),
                changed_at = :at
            FROM unnest(:ids, :metrics, :rules) AS n (id, metrics, rules) WHERE r.id = n.id""";

    private static final String CLOSE = "UPDATE report_request SET closed_at = :at WHERE id = ANY (:ids)";

    private static final List<String> ORDER = List.of("opened_at", "id");

    private final Jdbi jdbi;

    ReportRequestRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the open requests to some institutions} */
    List<ReportRequestView> open(Collection<String> institutions) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN)
                .bindArray("institutions", String.class, List.copyOf(institutions))
                .map(Row.to(ReportRequestRepository::view))
                .list());
    }

    /** {@return requests after a position, the newest first} */
    List<ReportRequestView> page(
            @Nullable String institution, @Nullable Boolean open, @Nullable TimePosition after, int rows) {
        ListConditions conditions = new ListConditions(RegionSet.ALL).equal("institution", institution);
        if (open != null) {
            conditions.and(open ? "closed_at IS NULL" : "closed_at IS NOT NULL", Map.of());
        }
        conditions.after(ORDER, true, after == null ? null : after.keys());
        String sql =
                "SELECT * FROM report_request" + conditions.where() + " ORDER BY opened_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(ReportRequestRepository::view))
                .list());
    }

    void insert(List<Wanted> wanted, Instant at) {
        if (wanted.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> lists(handle.createUpdate(INSERT), wanted)
                .bind("at", at)
                .bindArray(
                        "ids",
                        UUID.class,
                        wanted.stream().map(any -> Identifiers.next()).toList())
                .bindArray("institutions", String.class, texts(wanted, Wanted::institution))
                .bindArray("periods", String.class, texts(wanted, one -> one.period()
                        .text()))
                .bindArray(
                        "ends",
                        LocalDate.class,
                        wanted.stream().map(one -> one.period().end()).toList())
                .execute());
    }

    /** Both lists in the same order. */
    void change(List<UUID> ids, List<Wanted> wanted, Instant at) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> lists(handle.createUpdate(CHANGE), wanted)
                    .bind("at", at)
                    .bindArray("ids", UUID.class, ids)
                    .execute());
        }
    }

    void close(List<UUID> ids, Instant at) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(CLOSE)
                    .bind("at", at)
                    .bindArray("ids", UUID.class, ids)
                    .execute());
        }
    }

    /** Codes have no spaces, so that a list of them is one text. */
    private static Update lists(Update update, List<Wanted> wanted) {
        return update.bindArray("metrics", String.class, texts(wanted, one -> String.join(" ", one.metrics())))
                .bindArray("rules", String.class, texts(wanted, one -> String.join(" ", one.rules())));
    }

    private static List<String> texts(List<Wanted> wanted, Function<Wanted, String> field) {
        return wanted.stream().map(field).toList();
    }

    private static ReportRequestView view(Row row) throws SQLException {
        Instant closed = row.instant("closed_at");
        return new ReportRequestView(
                row.uuid("id"),
                row.text("institution"),
                row.text("period"),
                row.texts("metrics"),
                row.texts("rules"),
                closed == null,
                row.instant("opened_at"),
                row.instant("changed_at"),
                closed);
    }
}
