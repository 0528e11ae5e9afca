package org.finplan.risk.history;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.history.InstitutionEvent.Position;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** Reads the view over what the concepts keep of an institution; which institution may be seen is asked before. */
@ApplicationScoped
class HistoryRepository {

    private static final List<String> ORDER = List.of("happened_on", "recorded_at", "id");

    private final Jdbi jdbi;

    HistoryRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads events, the newest first. */
    List<InstitutionEvent> page(String uscc, HistoryFilter filter, @Nullable Position after, int rows) {
        ListConditions conditions = new ListConditions(RegionSet.ALL)
                .equal("institution", uscc)
                .equal("kind", filter.kind())
                .after(ORDER, true, after == null ? null : List.of(after.on(), after.recordedAt(), after.id()));
        if (filter.from() != null) {
            conditions.and("happened_on >= :from", Map.of("from", filter.from()));
        }
        if (filter.to() != null) {
            conditions.and("happened_on <= :to", Map.of("to", filter.to()));
        }
        String sql = "SELECT * FROM institution_event" + conditions.where()
                + " ORDER BY happened_on DESC, recorded_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(HistoryRepository::event))
                .list());
    }

    private static InstitutionEvent event(Row row) throws SQLException {
        return new InstitutionEvent(
                row.uuid("id"),
                row.text("kind"),
                row.date("happened_on"),
                row.instant("recorded_at"),
                row.text("code"),
                row.text("detail"),
                row.text("channel"),
                row.text("mode"),
                row.flag("late"),
                row.text("recorded_by"),
                row.text("resource"));
    }
}
