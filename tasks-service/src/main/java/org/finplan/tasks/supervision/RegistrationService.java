package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.supervision.clock.TimeLimit;
import org.finplan.tasks.supervision.handling.OpenRequest;
import org.finplan.tasks.supervision.ladder.Ladder;
import org.finplan.tasks.supervision.ladder.Ladders;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.workday.CityCalendars;

/** Registers matters that people bring. */
@ApplicationScoped
class RegistrationService {

    private static final int MOST_DAYS = 1830;

    private final SupervisionOpening opening;
    private final SupervisionViews views;
    private final SupervisionSchedule schedule;
    private final SupervisionAccess access;
    private final Ladders ladders;
    private final CityCalendars calendars;
    private final PlanRegister plans;
    private final Tasks tasks;
    private final ArchivedPlans archived;

    RegistrationService(
            SupervisionOpening opening,
            SupervisionViews views,
            SupervisionSchedule schedule,
            SupervisionAccess access,
            Ladders ladders,
            CityCalendars calendars,
            PlanRegister plans,
            Tasks tasks,
            ArchivedPlans archived) {
        this.opening = opening;
        this.views = views;
        this.schedule = schedule;
        this.access = access;
        this.ladders = ladders;
        this.calendars = calendars;
        this.plans = plans;
        this.tasks = tasks;
        this.archived = archived;
    }

    SupervisionView register(OpenRequest request) {
        TaskKey task = request.task() == null ? null : tasks.resolve(request.task(), request.plan());
        if (task != null) {
            archived.requireOpen(task.plan());
        }
        String region = region(request, task);
        String city = calendars.of(region).city();
        String code = request.ladder() == null ? Ladders.STANDARD : request.ladder();
        Ladder ladder = ladders.newest(city, code)
                .orElseThrow(() -> SupervisionError.UNKNOWN_LADDER.at("/ladder", code, ladders.codes(city)));
        NewMatter matter = new NewMatter(
                request.title(),
                request.unit(),
                region,
                new NewMatter.Concerns(
                        task == null ? null : task.plan(), task == null ? null : task.id(), request.alert()),
                new NewMatter.Cause(CauseKind.MANUAL, null, request.cause()),
                limit(request, ladder),
                ladder,
                request.evidenceRequired() == null || request.evidenceRequired());
        return views.view(opening.register(matter, access.subject()));
    }

    private TimeLimit limit(OpenRequest request, Ladder ladder) {
        LocalDate today = schedule.today();
        if (request.due() == null) {
            int days = request.workingDays() == null ? ladder.workingDays() : request.workingDays();
            return new TimeLimit.ByWorkingDays(days, today);
        }
        if (request.workingDays() != null) {
            throw SupervisionError.TWO_DEADLINES.at(
                    "/workingDays", request.workingDays().toString(), List.of());
        }
        LocalDate latest = today.plusDays(MOST_DAYS);
        if (request.due().isBefore(today) || request.due().isAfter(latest)) {
            SupervisionError wrong =
                    request.due().isBefore(today) ? SupervisionError.DATE_PASSED : SupervisionError.DATE_TOO_LATE;
            throw wrong.at("/due", request.due().toString(), List.of(today + "/" + latest));
        }
        return new TimeLimit.ByDate(request.due(), today);
    }

    /** The region that was named, the unit when it is one, the city of the task, or the only city that the caller acts for. */
    private String region(OpenRequest request, @Nullable TaskKey task) {
        RegionScope scope = access.scope();
        String region = request.region();
        if (region == null) {
            region = isRegion(request.unit())
                    ? request.unit()
                    : task == null
                            ? scope.city()
                                    .orElseThrow(
                                            () -> SupervisionError.REGION_REQUIRED.at("/region", null, scope.cities()))
                            : plans.city(task.plan());
        }
        if (!isRegion(region)) {
            throw SupervisionError.UNKNOWN_REGION.at("/region", region, known());
        }
        scope.requireWritable(region, "/region");
        return region;
    }

    private boolean isRegion(String code) {
        return plans.regions().find(code).filter(found -> !found.reference()).isPresent();
    }

    private List<String> known() {
        return plans.regions().all().stream()
                .filter(each -> !each.reference() && access.scope().writable().contains(each.code()))
                .map(each -> each.code())
                .toList();
    }
}
