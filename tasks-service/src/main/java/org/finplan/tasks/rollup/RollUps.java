package org.finplan.tasks.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.search.LeafCounts;
import org.finplan.tasks.task.search.TaskBelow;
import org.finplan.tasks.task.search.TaskSearch;

/** Puts together what is below branches, many at once. */
@ApplicationScoped
public class RollUps {

    private final RollUpRepository rollUps;
    private final TaskSearch search;

    RollUps(RollUpRepository rollUps, TaskSearch search) {
        this.rollUps = rollUps;
        this.search = search;
    }

    /**
     * Rolls branches up. It takes two statements for each level of the tree, however many branches there are, and one when none of
     * them is rolled up by weights.
     *
     * @param counts the leaves below each branch
     * @return what is shown of each
     */
    public Map<TaskKey, RollUpView> of(Map<TaskKey, LeafCounts> counts) {
        Map<TaskKey, Setting> settings = new HashMap<>();
        Map<TaskKey, List<TaskBelow>> below = new HashMap<>();
        Collection<TaskKey> next = counts.keySet();
        while (!next.isEmpty()) {
            Map<TaskKey, Setting> found = rollUps.newest(next);
            settings.putAll(found);
            List<TaskKey> weighted = found.entrySet().stream()
                    .filter(entry -> entry.getValue().mode() == RollUpMode.WEIGHTS)
                    .map(Map.Entry::getKey)
                    .toList();
            List<TaskBelow> children = search.below(weighted);
            below.putAll(children.stream().collect(Collectors.groupingBy(TaskBelow::parent)));
            next = children.stream()
                    .filter(child -> !child.leaf())
                    .map(TaskBelow::key)
                    .toList();
        }
        Arithmetic arithmetic = new Arithmetic(settings, below);
        Map<TaskKey, RollUpView> views = new HashMap<>();
        counts.forEach((branch, leaves) ->
                views.put(branch, view(branch, settings.getOrDefault(branch, Setting.DEFAULT), leaves, arithmetic)));
        return views;
    }

    private static RollUpView view(TaskKey branch, Setting setting, LeafCounts leaves, Arithmetic arithmetic) {
        return switch (setting.mode()) {
            case COUNTS -> new RollUpView(setting.mode(), setting.version(), leaves.byStatus(), null);
            case WEIGHTS -> new RollUpView(setting.mode(), setting.version(), null, arithmetic.of(branch));
            case NONE -> new RollUpView(setting.mode(), setting.version(), null, null);
        };
    }
}
