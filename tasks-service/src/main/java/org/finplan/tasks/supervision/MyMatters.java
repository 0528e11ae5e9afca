package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/** What somebody has to do about supervised matters, by what they see and may do. */
@ApplicationScoped
public class MyMatters {

    private static final int MOST = 100;
    private static final int SOON_DAYS = 7;

    private static final List<SupervisionState> WITH_UNIT =
            List.of(SupervisionState.ASSIGNED, SupervisionState.ACKNOWLEDGED);

    private final SupervisionRepository supervisions;
    private final SupervisionAccess access;
    private final SupervisionViews views;
    private final SupervisionSchedule schedule;

    MyMatters(
            SupervisionRepository supervisions,
            SupervisionAccess access,
            SupervisionViews views,
            SupervisionSchedule schedule) {
        this.supervisions = supervisions;
        this.access = access;
        this.views = views;
        this.schedule = schedule;
    }

    /** {@return what is due, returned, or waiting for the caller} */
    @Transactional
    public MatterWork read() {
        return access.reaching(this::work);
    }

    private MatterWork work() {
        LocalDate today = schedule.today();
        SupervisionConditions mine = access.readable();
        SupervisionConditions open = mine.and("closedAt is null", Map.of());
        SupervisionConditions due = open.and(
                "state in (:withUnit) and currentDue <= :soon",
                Map.of("withUnit", WITH_UNIT, "soon", today.plusDays(SOON_DAYS)));
        SupervisionConditions returned =
                open.and("state = :acknowledged and replies > 0", "acknowledged", SupervisionState.ACKNOWLEDGED);
        List<SupervisionSummaryView> waiting = new ArrayList<>(waiting(open));
        if (access.mayDirect()) {
            waiting.addAll(views(mine.equal("state", SupervisionState.CLOSED)));
        }
        return new MatterWork(
                today, views(due), views(returned), waiting.stream().limit(MOST).toList());
    }

    private List<SupervisionSummaryView> waiting(SupervisionConditions open) {
        List<SupervisionState> states = new ArrayList<>();
        if (access.mayHandle()) {
            states.add(SupervisionState.ASSIGNED);
        }
        if (access.mayDirect()) {
            states.addAll(List.of(SupervisionState.REGISTERED, SupervisionState.ANSWERED, SupervisionState.VERIFIED));
        }
        if (states.isEmpty()) {
            return List.of();
        }
        String asked = access.mayDirect() ? " or suspension is not null or extension is not null" : "";
        return views(open.and("(state in (:waiting)" + asked + ")", "waiting", states));
    }

    private List<SupervisionSummaryView> views(SupervisionConditions conditions) {
        return supervisions.byDue(conditions, MOST).stream().map(views::summary).toList();
    }
}
