package org.finplan.tasks.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;

/** Pages through the history of a task that the caller may read. */
@ApplicationScoped
class TaskChangeService {

    private final TaskChangeRepository repository;
    private final Tasks tasks;

    TaskChangeService(TaskChangeRepository repository, Tasks tasks) {
        this.repository = repository;
        this.tasks = tasks;
    }

    @Transactional
    Page<TaskChangeView> page(String id, String plan, PageParameters paging) {
        TaskKey key = tasks.resolve(id, plan);
        List<TaskChangeView> rows = repository.page(key, before(paging), paging.limit() + 1);
        Long total = paging.countsExactly() ? repository.count(key) : null;
        return Page.of(rows, paging.limit(), change -> paging.cursor(Long.toString(change.number())), total);
    }

    /** {@return the number of the entry before which a page goes on} */
    static long before(PageParameters paging) {
        return paging.after().map(TaskChangeService::number).orElse(Long.MAX_VALUE);
    }

    /** A cursor is not signed: its keys may be anything. */
    private static long number(List<String> keys) {
        try {
            return Long.parseLong(keys.get(0));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid(String.join(" ", keys));
        }
    }
}
