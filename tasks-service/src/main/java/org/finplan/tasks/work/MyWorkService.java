package org.finplan.tasks.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.flag.Flags;
import org.finplan.tasks.list.TaskSummaryView;
import org.finplan.tasks.progress.ReturnedReports;
import org.finplan.tasks.supervision.MatterWork;
import org.finplan.tasks.supervision.MyMatters;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.search.TaskSearch;
import org.finplan.tasks.task.search.TaskSnapshot;

/** Puts together what somebody has to do. */
@ApplicationScoped
class MyWorkService {

    private static final int MOST = 100;
    private static final int SOON_DAYS = 7;

    private final MyMatters matters;
    private final TaskSearch search;
    private final ReturnedReports returned;
    private final Flags flags;
    private final PlanScope plans;
    private final ArchivedPlans archived;
    private final Caller caller;
    private final RegionScope scope;

    MyWorkService(
            MyMatters matters,
            TaskSearch search,
            ReturnedReports returned,
            Flags flags,
            PlanScope plans,
            ArchivedPlans archived,
            Caller caller,
            RegionScope scope) {
        this.matters = matters;
        this.search = search;
        this.returned = returned;
        this.flags = flags;
        this.plans = plans;
        this.archived = archived;
        this.caller = caller;
        this.scope = scope;
    }

    /**
     * Reads what the caller has to do.
     *
     * @param english whether the reader prefers English
     * @return the work
     */
    @Transactional
    MyWorkView read(boolean english) {
        MatterWork work = matters.read();
        LocalDate today = work.asOf();
        Set<String> units = units();
        List<String> open = plans.codes().stream()
                .filter(plan -> !archived.since().containsKey(plan))
                .toList();
        if (units.isEmpty() || open.isEmpty()) {
            return new MyWorkView(work, List.of(), List.of());
        }
        List<TaskSnapshot> due = search.dueOfUnits(open, units, today.plusDays(SOON_DAYS), MOST);
        List<TaskSnapshot> again = search.list(returned.ofUnits(units, open, MOST));
        Set<TaskKey> flagged = flags.flagged(open, scope.readable());
        return new MyWorkView(work, views(due, flagged, today, english), views(again, flagged, today, english));
    }

    /** Whoever reports on tasks has some to do; the code of a region means its office, for which no unit officer acts. */
    private Set<String> units() {
        if (!caller.may(Permission.PROGRESS_REPORT)) {
            return Set.of();
        }
        Set<String> units = new HashSet<>(caller.units());
        if (!Set.of(RoleName.UNIT_OFFICER).containsAll(caller.roles())) {
            units.addAll(caller.regions());
        }
        return units;
    }

    private static List<TaskSummaryView> views(
            List<TaskSnapshot> tasks, Set<TaskKey> flagged, LocalDate today, boolean english) {
        return tasks.stream()
                .map(task -> TaskSummaryView.of(
                        task, english, flagged.contains(task.key()), TaskSummaryView.Below.NOT_SHOWN, today))
                .toList();
    }
}
