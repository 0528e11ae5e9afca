package org.finplan.tasks.assessment;

import jakarta.annotation.Nullable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.tasks.progress.VerifiedStatus;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.due.PlanLeaf;

/**
 * The arithmetic of the tasks of one unit in one region. A leaf counts in each region that it names, and in the city when it names
 * none. What counts is what was verified until the last day; what nobody reported is not started.
 *
 * @param tasks leaves
 * @param notStarted of them, by their newest verified report until the last day
 * @param inProgress likewise
 * @param done likewise
 * @param stopped likewise
 * @param due leaves whose due date lies within the time
 * @param onTime of these: done by their due date
 * @param late of these: not done, or done after it
 */
record TaskTally(
        long tasks, long notStarted, long inProgress, long done, long stopped, long due, long onTime, long late) {

    /** Nothing at all. */
    static final TaskTally NONE = new TaskTally(0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Whose tasks, where.
     *
     * @param unit code of the unit that leads, or null while nobody does
     * @param region region code
     */
    record Place(@Nullable String unit, String region) {}

    private record Cell(Place place, PlanLeaf leaf) {}

    /**
     * Counts.
     *
     * @param leaves the leaves of a plan
     * @param verified the newest verified report of each leaf and region until the last day
     * @param city code of the city
     * @param span the time
     * @return a tally for each unit and region that has leaves
     */
    static Map<Place, TaskTally> of(
            Collection<PlanLeaf> leaves, Collection<VerifiedStatus> verified, String city, AssessmentSpan span) {
        Map<String, VerifiedStatus> newest = verified.stream()
                .collect(Collectors.toMap(each -> each.task() + "@" + each.region(), Function.identity()));
        return leaves.stream()
                .flatMap(leaf ->
                        regions(leaf, city).stream().map(region -> new Cell(new Place(leaf.lead(), region), leaf)))
                .collect(Collectors.toMap(
                        Cell::place,
                        cell -> of(
                                cell.leaf(),
                                newest.get(cell.leaf().id() + "@" + cell.place().region()),
                                span),
                        TaskTally::plus));
    }

    private static List<String> regions(PlanLeaf leaf, String city) {
        return leaf.regions().isEmpty() ? List.of(city) : leaf.regions();
    }

    private static TaskTally of(PlanLeaf leaf, @Nullable VerifiedStatus verified, AssessmentSpan span) {
        TaskStatus status = verified == null ? TaskStatus.NOT_STARTED : verified.status();
        boolean due = leaf.due() != null && span.covers(leaf.due());
        boolean onTime = due && status == TaskStatus.DONE && !verified.on().isAfter(leaf.due());
        return new TaskTally(
                1,
                is(status == TaskStatus.NOT_STARTED),
                is(status == TaskStatus.IN_PROGRESS),
                is(status == TaskStatus.DONE),
                is(status == TaskStatus.STOPPED),
                is(due),
                is(onTime),
                is(due && !onTime));
    }

    private static long is(boolean so) {
        return so ? 1 : 0;
    }

    TaskTally plus(TaskTally other) {
        return new TaskTally(
                tasks + other.tasks,
                notStarted + other.notStarted,
                inProgress + other.inProgress,
                done + other.done,
                stopped + other.stopped,
                due + other.due,
                onTime + other.onTime,
                late + other.late);
    }
}
