package org.finplan.tasks.supervision.timeline;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The entries of all timelines. */
@ApplicationScoped
class TimelineRepository {

    private static final String APPEND = """
            INSERT INTO supervision_timeline (id, supervision, region, kind, state, due, occurred_at, actor, actor_unit, detail, note)
            VALUES (:id, :supervision, :region, :kind, :state, :due, :at, :actor, :actorUnit, :detail, :note)""";

    private static final String PAGE = """
            SELECT * FROM supervision_timeline WHERE supervision = :supervision ORDER BY occurred_at, id LIMIT :rows""";

    private static final String PAGE_AFTER = """
            SELECT * FROM supervision_timeline
            WHERE supervision = :supervision AND (occurred_at, id) > (:afterTime, :afterId)
            ORDER BY occurred_at, id LIMIT :rows""";

    private static final String COUNT = "SELECT count(*) FROM supervision_timeline WHERE supervision = :supervision";

    private final Jdbi jdbi;

    TimelineRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void append(List<TimelineEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(APPEND);
            for (TimelineEntry entry : entries) {
                batch.bind("id", Identifiers.next())
                        .bind("supervision", entry.matter().id())
                        .bind("region", entry.matter().region())
                        .bind("kind", entry.kind().code())
                        .bind("state", entry.matter().state().code())
                        .bind("due", entry.matter().due())
                        .bind("at", entry.at())
                        .bind("actor", entry.actor())
                        .bind("actorUnit", entry.actorUnit())
                        .bind("detail", entry.detail())
                        .bind("note", entry.note())
                        .add();
            }
            batch.execute();
        });
    }

    List<TimelineView> page(UUID supervision, @Nullable Instant afterTime, @Nullable UUID afterId, int rows) {
        String sql = afterTime == null ? PAGE : PAGE_AFTER;
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bind("supervision", supervision).bind("rows", rows);
            if (afterTime != null) {
                query.bind("afterTime", afterTime).bind("afterId", afterId);
            }
            return query.map(Row.to(TimelineView::of)).list();
        });
    }

    long count(UUID supervision) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bind("supervision", supervision)
                .mapTo(Long.class)
                .one());
    }
}
