package org.finplan.risk.notice.query;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads notices, always within what the caller sees. */
@ApplicationScoped
class NoticeQueryRepository {

    private static final String PUBLICATIONS =
            "SELECT * FROM notice_publication WHERE notice = ANY (:notices) ORDER BY published_at, channel";

    private final Jdbi jdbi;
    private final NoticeViewMapper mapper;

    NoticeQueryRepository(Jdbi jdbi, NoticeViewMapper mapper) {
        this.jdbi = jdbi;
        this.mapper = mapper;
    }

    Optional<NoticeView> find(UUID id, NoticeVisibility visibility) {
        ListConditions conditions = visible(visibility).equal("id", id);
        return read("SELECT * FROM notice" + conditions.where(), conditions, 1).stream()
                .findFirst();
    }

    /** Reads notices, the newest first: by publication where only published ones are seen, by creation otherwise. */
    List<NoticeView> page(NoticeFilter filter, NoticeVisibility visibility, @Nullable TimePosition after, int rows) {
        String time = visibility.time();
        ListConditions conditions =
                conditions(filter, visibility).after(List.of(time, "id"), true, after == null ? null : after.keys());
        return read(
                "SELECT * FROM notice" + conditions.where() + " ORDER BY " + time + " DESC, id DESC", conditions, rows);
    }

    long count(NoticeFilter filter, NoticeVisibility visibility) {
        ListConditions conditions = conditions(filter, visibility);
        String sql = "SELECT count(*) FROM notice" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private List<NoticeView> read(String sql, ListConditions conditions, int rows) {
        return jdbi.withHandle(handle -> {
            List<NoticeView> notices = conditions
                    .bindTo(handle.createQuery(sql + " LIMIT :rows"))
                    .bind("rows", rows)
                    .map(Row.to(mapper::notice))
                    .list();
            Map<UUID, List<NoticeView.PublicationView>> publications =
                    publications(handle, notices.stream().map(NoticeView::id).toList());
            return notices.stream()
                    .map(notice -> notice.on(publications.getOrDefault(notice.id(), List.of())))
                    .toList();
        });
    }

    /** One query for all notices of a page. */
    private Map<UUID, List<NoticeView.PublicationView>> publications(Handle handle, List<UUID> notices) {
        return handle
                .createQuery(PUBLICATIONS)
                .bindArray("notices", UUID.class, notices)
                .map(Row.to(row -> Map.entry(row.uuid("notice"), mapper.publication(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ListConditions conditions(NoticeFilter filter, NoticeVisibility visibility) {
        return visible(visibility)
                .equal("state", filter.state() == null ? null : filter.state().code())
                .equal("region", filter.region());
    }

    private static ListConditions visible(NoticeVisibility visibility) {
        ListConditions conditions = new ListConditions(visibility.readable());
        return visibility.drafts() ? conditions : conditions.and("published_at IS NOT NULL", Map.of());
    }
}
