package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** What the other concepts ask of many leaves at once. */
@ApplicationScoped
public class Leaves {

    private final LeafRepository repository;

    Leaves(LeafRepository repository) {
        this.repository = repository;
    }

    /**
     * A node that moves an indicator, as the plan says.
     *
     * @param task id within the plan
     * @param indicator indicator code
     */
    public record IndicatorLink(String task, String indicator) {}

    /**
     * Locks the leaves that move an indicator and concern a region, until the transaction ends. All locks of leaves are
     * taken in the order of their ids, so that two indicators with common leaves never wait for each other.
     *
     * @param plan plan code
     * @param indicator indicator code
     * @param regions the region with those around and inside it; a leaf that names no region concerns all of them
     * @return the leaves in the order of their ids
     */
    public List<Leaf> lockConcerned(String plan, String indicator, Collection<String> regions) {
        return repository.lockConcerned(plan, indicator, regions);
    }

    /**
     * Locks leaves until the transaction ends, in the order of their ids. Retired ones stay as they are.
     *
     * @param plan plan code
     * @param ids ids of leaves within the plan
     * @return those in force in that order
     */
    public List<Leaf> lock(String plan, Collection<String> ids) {
        return ids.isEmpty() ? List.of() : repository.lock(plan, ids);
    }

    /**
     * Counts the versions of leaves up, because what readers see with them changed. The leaves must be locked.
     *
     * @param plan plan code
     * @param ids ids of leaves within the plan
     */
    public void countUp(String plan, Collection<String> ids) {
        if (!ids.isEmpty()) {
            repository.countUp(plan, ids);
        }
    }

    /**
     * Lists which nodes move which indicators.
     *
     * @param plan plan code
     * @return the links, in no order
     */
    public List<IndicatorLink> indicatorLinks(String plan) {
        return repository.indicatorLinks(plan);
    }
}
