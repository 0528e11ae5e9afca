package org.finplan.tasks.task.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.finplan.platform.plan.TaskNode;
import org.finplan.tasks.task.TaskKey;

/** Puts the nodes of a plan package into the database. */
@ApplicationScoped
public class TaskContent {

    private final TaskContentRepository repository;
    private final ObjectMapper json;
    private final Clock clock;

    TaskContent(TaskContentRepository repository, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Reads what earlier versions said of a node.
     *
     * @param key its key
     * @return the wordings before the one in force, the newest first; none when it was never changed
     */
    public List<Wording> earlier(TaskKey key) {
        List<Wording> all = repository.wordings(key);
        return all.isEmpty() ? List.of() : all.subList(1, all.size());
    }

    /**
     * Stores the nodes of a plan and rewrites what the plan says of those that exist; what it said before is kept. A node that
     * is stored and no longer among them is retired, with all that was reported on it; so are the work points below it.
     *
     * @param plan plan code, whose clauses are stored
     * @param version number of the version of the package
     * @param nodes its nodes, parents before children
     */
    public void store(String plan, int version, List<TaskNode> nodes) {
        try {
            repository.store(plan, json.writeValueAsString(new TaskRows(nodes).rows()));
            repository.retire(plan, version, nodes.stream().map(TaskNode::id).toList());
            repository.followMeasures(plan);
            repository.keepWordings(plan, version, clock.instant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows of a plan package are plain data", e);
        }
    }
}
