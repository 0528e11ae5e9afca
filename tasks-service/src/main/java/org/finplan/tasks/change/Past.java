package org.finplan.tasks.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Tells how tasks, and what belongs to them, stood at a time, those included that are retired or gone since. */
@ApplicationScoped
public class Past {

    private final TaskChangeRepository repository;

    Past(TaskChangeRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads all things of a kind as they stood.
     *
     * @param plan plan code
     * @param kind kind of thing, as its trigger names it, such as {@code task}
     * @param at the time; before the history began there is nothing
     * @return those that existed then, by key
     */
    public List<PastThing> at(String plan, String kind, Instant at) {
        return repository.at(plan, kind, at);
    }
}
