package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;
import org.finplan.tasks.supervision.timeline.SupervisionTimelineView;
import org.finplan.tasks.supervision.timeline.TimelineService;

/** Reads matters within what the caller sees. */
@ApplicationScoped
class SupervisionQueryService {

    private static final List<SupervisionState> WITH_UNIT =
            List.of(SupervisionState.ASSIGNED, SupervisionState.ACKNOWLEDGED);

    private final SupervisionRepository supervisions;
    private final SupervisionAccess access;
    private final SupervisionViews views;
    private final SupervisionSchedule schedule;
    private final TimelineService timeline;

    SupervisionQueryService(
            SupervisionRepository supervisions,
            SupervisionAccess access,
            SupervisionViews views,
            SupervisionSchedule schedule,
            TimelineService timeline) {
        this.supervisions = supervisions;
        this.access = access;
        this.views = views;
        this.schedule = schedule;
        this.timeline = timeline;
    }

    @Transactional
    SupervisionView get(UUID id) {
        return access.reaching(() -> views.view(find(id)));
    }

    @Transactional
    Page<SupervisionTimelineView> timeline(UUID id, PageParameters paging) {
        return access.reaching(() -> timeline.page(find(id).id, paging));
    }

    @Transactional
    Page<SupervisionSummaryView> list(SupervisionListParameters wanted, PageParameters paging) {
        SupervisionConditions conditions = access.readable()
                .equal("state", wanted.state())
                .equal("unit", wanted.unit)
                .equal("task", wanted.task)
                .equal("region", wanted.region)
                .equal("causeKind", wanted.causeKind());
        if (wanted.overdue != null) {
            String late = "state in (:withUnit) and currentDue < :today";
            conditions = conditions.and(
                    wanted.overdue ? late : "not (" + late + ")",
                    Map.of("withUnit", WITH_UNIT, "today", schedule.today()));
        }
        SupervisionConditions all = conditions;
        return access.reaching(() -> page(all, paging));
    }

    private Page<SupervisionSummaryView> page(SupervisionConditions conditions, PageParameters paging) {
        UUID before = paging.afterKey().map(SupervisionQueryService::id).orElse(null);
        List<Supervision> rows = supervisions.search(conditions, before, paging.limit() + 1);
        Long total = paging.countsExactly() ? supervisions.count(conditions) : null;
        return Page.of(rows, paging.limit(), matter -> paging.cursor(matter.id.toString()), total)
                .map(views::summary);
    }

    private Supervision find(UUID id) {
        return supervisions.findByIdOptional(id).filter(access::sees).orElseThrow(SupervisionError.NOT_FOUND::problem);
    }

    /** A cursor is not signed: its key may be anything. */
    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid(key);
        }
    }
}
