package org.finplan.tasks.task.search;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.tasks.task.TaskKey;

/**
 * Reads the nodes of all trees. Whether a leaf is flagged is another concept's matter, so whoever asks brings the keys of
 * the flagged leaves that the caller may know of.
 */
@ApplicationScoped
public class TaskSearch {

    private final TaskSnapshotRepository repository;

    TaskSearch(TaskSnapshotRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads nodes in the order of the plans.
     *
     * @param filter which ones
     * @param flagged keys of the flagged leaves
     * @param after position to go on after, or null for the beginning
     * @param limit most rows
     * @return the nodes
     */
    public List<TaskSnapshot> list(TaskFilter filter, Set<TaskKey> flagged, @Nullable TaskPosition after, int limit) {
        return repository.search(TaskCondition.of(filter, flagged).after(after, false), limit);
    }

    /**
     * Reads nodes in the order of how well they answer the words of the filter: by how many of them stand in the title, then
     * in the order of the plans.
     *
     * @param filter which ones
     * @param flagged keys of the flagged leaves
     * @param after position to go on after, or null for the beginning
     * @param limit most rows
     * @return the nodes
     */
    public List<FoundTask> best(TaskFilter filter, Set<TaskKey> flagged, @Nullable TaskPosition after, int limit) {
        return repository.best(TaskCondition.of(filter, flagged).after(after, true), limit);
    }

    /**
     * Reads nodes in the order of the plans.
     *
     * @param keys their keys
     * @return the nodes
     */
    public List<TaskSnapshot> list(Collection<TaskKey> keys) {
        return keys.isEmpty() ? List.of() : repository.findAll(keys);
    }

    /**
     * Reads leaves that units have in any role and that are to be finished.
     *
     * @param plans codes of the plans
     * @param units codes of the units
     * @param until last day that counts, of a deadline or of a next milestone
     * @param limit most rows
     * @return those in force that are neither done nor stopped, the earliest day first
     */
    public List<TaskSnapshot> dueOfUnits(
            Collection<String> plans, Collection<String> units, LocalDate until, int limit) {
        return repository.dueOfUnits(plans, units, until, limit);
    }

    /**
     * Counts nodes.
     *
     * @param filter which ones
     * @param flagged keys of the flagged leaves
     * @return how many there are
     */
    public long count(TaskFilter filter, Set<TaskKey> flagged) {
        return repository.count(TaskCondition.of(filter, flagged));
    }

    /**
     * Counts the leaves below branches.
     *
     * @param branches keys of nodes that are no leaves
     * @param flagged keys of the flagged leaves
     * @return the counts by key, one for each branch
     */
    public Map<TaskKey, LeafCounts> countLeaves(Collection<TaskKey> branches, Set<TaskKey> flagged) {
        return branches.isEmpty() ? Map.of() : repository.countLeaves(branches, flagged);
    }

    /**
     * Counts the annual work points below nodes, without those that were withdrawn.
     *
     * @param nodes keys of nodes that are no work points
     * @return the counts by key, one for each node
     */
    public Map<TaskKey, LeafCounts> countWorkPoints(Collection<TaskKey> nodes) {
        return nodes.isEmpty() ? Map.of() : repository.countWorkPoints(nodes);
    }

    /**
     * Reads one node.
     *
     * @param key key of a node that exists
     * @return the node
     */
    public TaskSnapshot read(TaskKey key) {
        return repository.find(key).orElseThrow();
    }

    /**
     * Reads some nodes of a plan.
     *
     * @param plan plan code
     * @param ids their ids
     * @return those that there are, in the order of the plan
     */
    public List<TaskSnapshot> readAll(String plan, Collection<String> ids) {
        return ids.isEmpty() ? List.of() : repository.findAll(plan, ids);
    }

    /**
     * Reads the nodes above one.
     *
     * @param node the node
     * @return from the area down
     */
    public List<TaskSnapshot> above(TaskSnapshot node) {
        return node.path().isEmpty() ? List.of() : repository.findAll(node.key().plan(), node.path());
    }

    /**
     * Reads the nodes directly below branches, those that are retired left out.
     *
     * @param branches keys of the branches
     * @return the nodes in the order of the plans
     */
    public List<TaskBelow> below(Collection<TaskKey> branches) {
        return branches.isEmpty() ? List.of() : repository.below(branches);
    }

    /**
     * Counts the nodes directly below one.
     *
     * @param key its key
     * @return how many there are
     */
    public long countChildren(TaskKey key) {
        return repository.countChildren(key);
    }
}
