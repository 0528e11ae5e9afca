package org.finplan.tasks.task;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Reckons the status of a whole leaf from what its regions say. A report of a region speaks for that region and the
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

    /**
     * Reckons the status.
     *
     * @param standings what the regions say, at most one of a region
     * @return the status of the whole leaf
     */
    TaskStatus of(Collection<Standing> standings) {
        List<Optional<TaskStatus>> parts =
                concerned.stream().map(region -> newestFor(region, standings)).toList();
        if (parts.stream().allMatch(part -> part.equals(Optional.of(TaskStatus.DONE)))) {
            return TaskStatus.DONE;
        }
        if (parts.stream().allMatch(part -> part.filter(LeafStatus::isOver).isPresent())) {
            return TaskStatus.STOPPED;
        }
        return isUnderWay(parts, standings) ? TaskStatus.IN_PROGRESS : TaskStatus.NOT_STARTED;
    }

    private Optional<TaskStatus> newestFor(String region, Collection<Standing> standings) {
        return standings.stream()
                .filter(standing -> covers.test(standing.region(), region))
                .max(Standing.BY_AGE)
                .map(Standing::status);
    }

    private boolean isUnderWay(List<Optional<TaskStatus>> parts, Collection<Standing> standings) {
        return parts.stream().flatMap(Optional::stream).anyMatch(LeafStatus::hasBegun)
                || standings.stream()
                        .filter(this::isInsideOfOne)
                        .map(Standing::status)
                        .anyMatch(LeafStatus::hasBegun);
    }

    private boolean isInsideOfOne(Standing standing) {
        return concerned.stream()
                .anyMatch(region -> !region.equals(standing.region()) && covers.test(region, standing.region()));
    }

    private static boolean isOver(TaskStatus status) {
        return status == TaskStatus.DONE || status == TaskStatus.STOPPED;
    }

    private static boolean hasBegun(TaskStatus status) {
        return status == TaskStatus.DONE || status == TaskStatus.IN_PROGRESS;
    }
}
