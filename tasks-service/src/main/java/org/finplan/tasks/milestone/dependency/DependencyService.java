package org.finplan.tasks.milestone.dependency;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.tasks.task.Leaves;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.search.TaskSearch;

/** Says which leaf waits for which, without a circle. Writes run in the transaction of the resource. */
@ApplicationScoped
class DependencyService {

    private static final int MOST_PREDECESSORS = 50;

    private final DependencyRepository repository;
    private final Tasks tasks;
    private final Leaves leaves;
    private final TaskSearch search;
    private final PlanRegister plans;
    private final PlanScope planScope;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    DependencyService(
            DependencyRepository repository,
            Tasks tasks,
            Leaves leaves,
            TaskSearch search,
            PlanRegister plans,
            PlanScope planScope,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.tasks = tasks;
        this.leaves = leaves;
        this.search = search;
        this.plans = plans;
        this.planScope = planScope;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    Dependency add(String task, @Nullable String plan, DependencyRequest request) {
        TaskKey key = tasks.resolve(task, plan);
        String predecessor = request.predecessor();
        repository.lockOrder(key.plan());
        leaves.lock(key.plan(), List.of(key.id(), predecessor));
        tasks.openForPlanning(key);
        requireLeaf(key.plan(), predecessor);
        List<Dependency> before = repository.before(key);
        if (before.stream().anyMatch(one -> one.predecessor().equals(predecessor))) {
            throw DependencyError.EXISTS.at("/predecessor", predecessor, List.of());
        }
        if (before.size() >= MOST_PREDECESSORS) {
            throw DependencyError.TOO_MANY.at("/predecessor", predecessor, List.of("1.." + MOST_PREDECESSORS));
        }
        requireNoCircle(key, predecessor);
        Dependency dependency = new Dependency(
                Identifiers.next(),
                key.plan(),
                key.id(),
                predecessor,
                request.lag(),
                null,
                caller.subject(),
                now(),
                null,
                0);
        repository.insert(dependency);
        record("dependency.add", dependency);
        return dependency;
    }

    Dependency remove(UUID id, @Nullable String ifMatch, String reason) {
        Dependency seen = find(id, false);
        tasks.openForPlanning(new TaskKey(seen.plan(), seen.task()));
        Dependency dependency = find(id, true);
        Preconditions.requireMatch(ifMatch, EntityTags.of(dependency.version()));
        if (dependency.removedAt() != null) {
            throw DependencyError.REMOVED.problem();
        }
        Dependency removed = dependency.removed(caller.subject(), now(), reason);
        repository.remove(removed);
        record("dependency.remove", removed);
        return removed;
    }

    @Transactional
    Dependency read(UUID id) {
        return find(id, false);
    }

    @Transactional
    Page<Dependency> list(String task, @Nullable String plan, CursorParameters paging) {
        TaskKey key = tasks.resolve(task, plan);
        UUID after = paging.afterKey().map(DependencyService::id).orElse(null);
        List<Dependency> rows = repository.page(key, after, paging.limit() + 1);
        return Page.of(rows, paging.limit(), last -> paging.cursor(last.id().toString()), null);
    }

    private void requireLeaf(String plan, String predecessor) {
        boolean leaf = search.readAll(plan, List.of(predecessor)).stream()
                .anyMatch(found -> found.isLeaf() && !found.retired());
        if (!leaf) {
            throw DependencyError.UNKNOWN_PREDECESSOR.at("/predecessor", predecessor, List.of());
        }
    }

    private void requireNoCircle(TaskKey key, String predecessor) {
        Order order = new Order(repository.upwards(new TaskKey(key.plan(), predecessor)));
        order.circle(new Order.Edge(key.id(), predecessor)).ifPresent(circle -> {
            throw DependencyError.circle(circle);
        });
    }

    private Dependency find(UUID id, boolean lock) {
        return repository
                .find(id, lock)
                .filter(dependency -> planScope.codes().contains(dependency.plan()))
                .orElseThrow(DependencyError.DEPENDENCY_NOT_FOUND::problem);
    }

    private void record(String action, Dependency dependency) {
        audit.record(
                action,
                dependency.path(),
                plans.city(dependency.plan()),
                dependency.task() + " " + dependency.predecessor());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A cursor is not signed: its key may be anything. */
    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid(key);
        }
    }
}
