package org.finplan.tasks.supervision.timeline;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The entries of all timelines. */
@ApplicationScoped
class TimelineRepository {

    private static final String APPEND = """
            INSERT INTO supervision_timeline (id, supervision, region, kind, state, due, occurred_at, actor, actor_unit, detail, note)
            SELECT * FROM unnest(:ids, :supervisions, :regions, :kinds, :states, :due, :times, :actors, :units, :details, :notes)""";

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
        jdbi.useHandle(handle -> handle.createUpdate(APPEND)
                .bindArray("ids", UUID.class, each(entries, entry -> Identifiers.next()))
                .bindArray("supervisions", UUID.class, each(entries, entry -> entry.matter()
                        .id()))
                .bindArray("regions", String.class, each(entries, entry -> entry.matter()
                        .region()))
                .bindArray("kinds", String.class, each(entries, entry -> entry.kind()
                        .code()))
                .bindArray("states", String.class, each(entries, entry -> entry.matter()
                        .state()
                        .code()))
                .bindArray("due", LocalDate.class, each(entries, entry -> entry.matter()
                        .due()))
                .bindArray("times", Instant.class, each(entries, TimelineEntry::at))
                .bindArray("actors", String.class, each(entries, TimelineEntry::actor))
                .bindArray("units", String.class, each(entries, TimelineEntry::actorUnit))
                .bindArray("details", String.class, each(entries, TimelineEntry::detail))
                .bindArray("notes", String.class, each(entries, TimelineEntry::note))
                .execute());
    }

    /** What is absent is null, which no immutable list of the JDK takes. */
    private static <T> List<T> each(List<TimelineEntry> entries, Function<TimelineEntry, T> property) {
        return entries.stream().map(property).collect(Collectors.toList());
    }

    List<SupervisionTimelineView> page(
            UUID supervision, @Nullable Instant afterTime, @Nullable UUID afterId, int rows) {
        String sql = afterTime == null ? PAGE : PAGE_AFTER;
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bind("supervision", supervision).bind("rows", rows);
            if (afterTime != null) {
                query.bind("afterTime", afterTime).bind("afterId", afterId);
            }
            return query.map(Row.to(SupervisionTimelineView::of)).list();
        });
    }

    long count(UUID supervision) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bind("supervision", supervision)
                .mapTo(Long.class)
                .one());
    }
}
