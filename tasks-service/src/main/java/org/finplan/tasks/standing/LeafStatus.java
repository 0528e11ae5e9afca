package org.finplan.tasks.standing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.finplan.tasks.task.LeafRegions;
import org.finplan.tasks.task.TaskStatus;

/**
 * Derives the status of a whole leaf from what its regions reported. A report of a region counts for that region and the
 * areas inside it, so a district never finishes a leaf of the whole city.
 *
 * <ul>
 *   <li>{@code done}: every region that the leaf names (or the city, when it names none) is done.
 *   <li>{@code stopped}: every one is done or stopped, and not all are done.
 *   <li>{@code in_progress}: any region, a part of a named one included, is in progress or done.
 *   <li>{@code not_started}: otherwise.
 * </ul>
 */
final class LeafStatus {

    private final List<String> concerned;
    private final BiPredicate<String, String> covers;

    /**
     * The rule for one leaf.
     *
     * @param concerned regions that the leaf names, or the city alone when it names none
     * @param covers whether the first region is the second or contains it
     */
    LeafStatus(List<String> concerned, BiPredicate<String, String> covers) {
        if (concerned.isEmpty()) {
            throw new IllegalArgumentException("A leaf concerns at least one region");
        }
        this.concerned = List.copyOf(concerned);
        this.covers = covers;
    }

    /** {@return the rule for a leaf that concerns these regions} */
    static LeafStatus of(LeafRegions regions) {
        return new LeafStatus(regions.concerned(), regions::covers);
    }

    /**
     * Derives the status.
     *
     * @param reported what the regions reported, at most one status of a region
     * @return the status of the whole leaf
     */
    TaskStatus of(Collection<ReportedStatus> reported) {
        List<Optional<TaskStatus>> parts =
                concerned.stream().map(region -> newestFor(region, reported)).toList();
        if (parts.stream().allMatch(part -> part.equals(Optional.of(TaskStatus.DONE)))) {
            return TaskStatus.DONE;
        }
        if (parts.stream().allMatch(part -> part.filter(LeafStatus::isOver).isPresent())) {
            return TaskStatus.STOPPED;
        }
        return isUnderWay(parts, reported) ? TaskStatus.IN_PROGRESS : TaskStatus.NOT_STARTED;
    }

    private Optional<TaskStatus> newestFor(String region, Collection<ReportedStatus> reported) {
        return reported.stream()
                .filter(status -> covers.test(status.region(), region))
                .max(ReportedStatus.BY_AGE)
                .map(ReportedStatus::status);
    }

    private boolean isUnderWay(List<Optional<TaskStatus>> parts, Collection<ReportedStatus> reported) {
        return parts.stream().flatMap(Optional::stream).anyMatch(LeafStatus::hasBegun)
                || reported.stream()
                        .filter(this::isInsideOfOne)
                        .map(ReportedStatus::status)
                        .anyMatch(LeafStatus::hasBegun);
    }

    private boolean isInsideOfOne(ReportedStatus status) {
        return concerned.stream()
                .anyMatch(region -> !region.equals(status.region()) && covers.test(region, status.region()));
    }

    private static boolean isOver(TaskStatus status) {
        return status == TaskStatus.DONE || status == TaskStatus.STOPPED;
    }

    private static boolean hasBegun(TaskStatus status) {
        return status == TaskStatus.DONE || status == TaskStatus.IN_PROGRESS;
    }
}
