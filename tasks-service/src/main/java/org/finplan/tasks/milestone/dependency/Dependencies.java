package org.finplan.tasks.milestone.dependency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.tasks.task.TaskKey;

/** What a schedule asks of dependencies. */
@ApplicationScoped
public class Dependencies {

    private final DependencyRepository repository;

    Dependencies(DependencyRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads what a leaf waits for.
     *
     * @param key key of the leaf
     * @return its dependencies that hold, by their predecessors
     */
    public List<Dependency> before(TaskKey key) {
        return repository.before(key);
    }
}
