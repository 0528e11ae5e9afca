package org.finplan.tasks.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.tasks.change.Comparison;
import org.finplan.tasks.change.ComparisonFilter;
import org.finplan.tasks.change.Difference;
import org.finplan.tasks.change.Difference.Position;
import org.finplan.tasks.task.search.TaskSearch;
import org.finplan.tasks.workday.CityCalendars;

/** Compares a plan as it stood with the plan now. */
@ApplicationScoped
class ComparisonService {

    /** Fields whose move is told in working days. */
    private static final Set<String> DAYS = Set.of("dueDate", "plannedStart", "plannedDate", "achievedOn");

    private final BaselineService baselines;
    private final Comparison comparison;
    private final TaskSearch search;
    private final PlanScope planScope;
    private final PlanRegister plans;
    private final CityCalendars calendars;

    ComparisonService(
            BaselineService baselines,
            Comparison comparison,
            TaskSearch search,
            PlanScope planScope,
            PlanRegister plans,
            CityCalendars calendars) {
        this.baselines = baselines;
        this.comparison = comparison;
        this.search = search;
        this.planScope = planScope;
        this.plans = plans;
        this.calendars = calendars;
    }

    @Transactional
    Page<DifferenceView> compare(CompareParameters parameters, PageParameters paging) {
        ComparisonFilter filter = filter(parameters);
        Position after = paging.after().map(ComparisonService::position).orElse(null);
        List<Difference> rows = comparison.differences(filter, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? comparison.count(filter) : null;
        Page<Difference> page = Page.of(rows, paging.limit(), last -> cursor(paging, last.place()), total);
        Map<String, LocalizedText> titles = titles(filter.plan(), page.items());
        WorkingDays days = calendars.of(plans.city(filter.plan())).days();
        return page.map(one -> view(one, titles, days));
    }

    private ComparisonFilter filter(CompareParameters parameters) {
        List<String> kinds = parameters.kinds();
        String change = parameters.checkedChange();
        Instant at = parameters.instant();
        String plan = parameters.plan;
        if (at == null) {
            Baseline baseline = baselines.find(parameters.baseline);
            if (plan != null && !plan.equals(baseline.plan())) {
                throw ProblemException.invalidParameter("plan", plan, List.of(baseline.plan()));
            }
            plan = baseline.plan();
            at = baseline.at();
        }
        String code = planScope.require(plan).plan().code();
        baselines.requireKnown("?at", code, at);
        return new ComparisonFilter(code, at, kinds, change, parameters.task);
    }

    private Map<String, LocalizedText> titles(String plan, List<Difference> differences) {
        List<String> ids =
                differences.stream().map(one -> one.place().task()).distinct().toList();
        return search.readAll(plan, ids).stream()
                .collect(Collectors.toMap(task -> task.key().id(), task -> task.title()));
    }

    private static DifferenceView view(Difference difference, Map<String, LocalizedText> titles, WorkingDays days) {
        Position place = difference.place();
        return new DifferenceView(
                place.task(),
                titles.get(place.task()),
                place.kind(),
                place.key(),
                difference.change(),
                difference.fields().stream()
                        .map(field -> new DifferenceView.FieldView(
                                field.name(), field.before(), field.now(), shift(field, days)))
                        .toList());
    }

    @Nullable
    private static Integer shift(Difference.Field field, WorkingDays days) {
        JsonNode before = field.before();
        JsonNode now = field.now();
        return DAYS.contains(field.name()) && before.isTextual() && now.isTextual()
                ? Shift.between(LocalDate.parse(before.textValue()), LocalDate.parse(now.textValue()), days)
                : null;
    }

    private static String cursor(PageParameters paging, Position last) {
        return paging.cursor(last.task(), last.kind(), last.key());
    }

    /** A cursor is not signed: its keys may be anything. */
    private static Position position(List<String> keys) {
        if (keys.size() != 3) {
            throw Cursor.invalid(String.join(" ", keys));
        }
        return new Position(keys.get(0), keys.get(1), keys.get(2));
    }
}
