package org.finplan.tasks.change;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

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

    /**
     * What is asked of the past of one thing.
     *
     * @param plan plan code
     * @param kind kind of thing, as its trigger names it
     * @param key its key
     * @param columns the columns that count: what changes in others makes no version
     * @param asOf the instant at which a version held, or null for all
     */
    public record Wanted(
            String plan,
            String kind,
            String key,
            List<String> columns,
            @Nullable Instant asOf) {}

    /**
     * Reads how some columns of one thing stood over time.
     *
     * @param wanted which
     * @param paging the page
     * @return the versions, the newest first
     */
    public Page<PastVersion> versions(Wanted wanted, PageParameters paging) {
        List<PastVersion> rows = repository.versions(wanted, TaskChangeService.before(paging), paging.limit() + 1);
        Long total = paging.countsExactly() ? repository.countVersions(wanted) : null;
        return Page.of(rows, paging.limit(), version -> paging.cursor(Long.toString(version.number())), total);
    }
}
