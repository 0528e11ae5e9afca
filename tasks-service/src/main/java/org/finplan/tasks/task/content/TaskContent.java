package org.finplan.tasks.task.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.plan.TaskNode;

/** Puts the nodes of a plan package into the database. */
@ApplicationScoped
public class TaskContent {

    private final TaskContentRepository repository;
    private final ObjectMapper json;

    TaskContent(TaskContentRepository repository, ObjectMapper json) {
        this.repository = repository;
        this.json = json;
    }

    /**
     * Stores the nodes of a plan and rewrites what the plan says of those that exist.
     *
     * @param plan plan code, whose clauses are stored
     * @param nodes its nodes, parents before children
     * @throws IllegalStateException when a node that is stored is no longer among them: it may have progress that
     *     somebody verified, so a package that drops it is a mistake that must be seen
     */
    public void store(String plan, List<TaskNode> nodes) {
        List<String> missing =
                repository.missing(plan, nodes.stream().map(TaskNode::id).toList());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("plan package " + plan + " no longer has the tasks " + missing);
        }
        try {
            repository.store(plan, json.writeValueAsString(new TaskRows(nodes).rows()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows of a plan package are plain data", e);
        }
    }
}
