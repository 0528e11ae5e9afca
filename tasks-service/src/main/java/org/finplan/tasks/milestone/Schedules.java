package org.finplan.tasks.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.time.BusinessTime;
import org.finplan.tasks.milestone.ScheduleView.WaitsFor;
import org.finplan.tasks.milestone.dependency.Dependencies;
import org.finplan.tasks.milestone.dependency.Dependency;
import org.finplan.tasks.milestone.schedule.Lateness;
import org.finplan.tasks.milestone.schedule.Precedence;
import org.finplan.tasks.milestone.schedule.Schedule;
import org.finplan.tasks.milestone.schedule.Step;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.search.TaskSearch;
import org.finplan.tasks.task.search.TaskSnapshot;
import org.finplan.tasks.workday.CityCalendars;

/** Tells what is behind: one leaf with its reasons, and by which day leaves of many plans are. */
@ApplicationScoped
public class Schedules {

    private final MilestoneRepository milestones;
    private final Dependencies dependencies;
    private final TaskSearch search;
    private final PlanRegister plans;
    private final CityCalendars calendars;
    private final Clock clock;

    Schedules(
            MilestoneRepository milestones,
            Dependencies dependencies,
            TaskSearch search,
            PlanRegister plans,
            CityCalendars calendars,
            Clock clock) {
        this.milestones = milestones;
        this.dependencies = dependencies;
        this.search = search;
        this.plans = plans;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * How a leaf stands today, and what it waits for. A fixed number of statements.
     *
     * @param leaf the leaf
     * @return what its detail shows
     */
    public ScheduleView of(TaskSnapshot leaf) {
        List<Dependency> before = dependencies.before(leaf.key());
        List<String> others = before.stream().map(Dependency::predecessor).toList();
        List<String> all = new ArrayList<>(others);
        all.add(leaf.key().id());
        Map<String, List<Step>> steps = milestones.of(leaf.key().plan(), all).stream()
                .collect(Collectors.groupingBy(
                        one -> one.key().id(), Collectors.mapping(Milestone::step, Collectors.toList())));
        Map<String, TaskSnapshot> predecessors = search.readAll(leaf.key().plan(), others).stream()
                .collect(Collectors.toMap(one -> one.key().id(), Function.identity()));
        Lateness today = today(leaf.key().plan());
        List<Step> own = steps.getOrDefault(leaf.key().id(), List.of());
        return ScheduleView.of(
                standing(leaf, own, today),
                before.stream()
                        .map(one -> waitsFor(one, predecessors.get(one.predecessor()), steps, own, today))
                        .toList());
    }

    /**
     * The days by which leaves are behind today, see {@link Lateness#threshold}.
     *
     * @param codes plan codes
     * @return by day the plans whose leaves are behind when something of them was planned for an earlier day and is not achieved
     */
    public Map<LocalDate, List<String>> lateBefore(List<String> codes) {
        Map<String, LocalDate> byPlan = new HashMap<>();
        codes.forEach(code -> byPlan.put(code, today(code).threshold()));
        return codes.stream().collect(Collectors.groupingBy(byPlan::get));
    }

    private WaitsFor waitsFor(
            Dependency dependency, TaskSnapshot before, Map<String, List<Step>> steps, List<Step> own, Lateness today) {
        List<Step> others = steps.getOrDefault(dependency.predecessor(), List.of());
        Precedence means = Precedence.of(
                others,
                before.dueDate(),
                standing(before, others, today),
                dependency.lagWorkingDays(),
                Precedence.start(own),
                today.days());
        return WaitsFor.of(
                dependency.id(), dependency.lagWorkingDays(), before, before.status() == TaskStatus.DONE, means);
    }

    /** What the plan names no more is not awaited: nothing of it is late. */
    private static Schedule standing(TaskSnapshot leaf, List<Step> steps, Lateness today) {
        boolean settled = leaf.status() == TaskStatus.DONE || leaf.retired();
        return Schedule.of(steps, leaf.dueDate(), settled, today);
    }

    private Lateness today(String plan) {
        return new Lateness(calendars.of(plans.city(plan)).days(), BusinessTime.today(clock));
    }
}
