package org.finplan.tasks.baseline;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.change.Comparison;

/** Names instants of plans, and reads them. */
@ApplicationScoped
class BaselineService {

    private final BaselineRepository repository;
    private final Comparison history;
    private final PlanScope plans;
    private final ArchivedPlans archived;
    private final RegionScope scope;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    BaselineService(
            BaselineRepository repository,
            Comparison history,
            PlanScope plans,
            ArchivedPlans archived,
            RegionScope scope,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.plans = plans;
        this.archived = archived;
        this.scope = scope;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Names an instant, in the transaction of the resource. */
    Baseline create(BaselineRequest request) {
        PlanPackage plan = plans.find(request.plan())
                .orElseThrow(() -> BaselineError.UNKNOWN_PLAN.at("/plan", request.plan(), plans.codes()));
        scope.requireWritable(plan.city(), "/plan");
        archived.requireOpen(request.plan());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = request.at() == null ? now : request.at().truncatedTo(ChronoUnit.MICROS);
        requireKnown("/at", request.plan(), at);
        Baseline baseline = new Baseline(
                Identifiers.next(), request.plan(), request.name().text(), at, request.note(), caller.subject(), now);
        repository.insert(baseline);
        audit.record("baseline.create", baseline.path(), plan.city(), baseline.plan() + " " + at);
        return baseline;
    }

    @Transactional
    Baseline read(UUID id) {
        return find(id);
    }

    @Transactional
    Page<Baseline> list(@Nullable String plan, PageParameters paging) {
        List<String> codes = plan == null
                ? plans.codes()
                : List.of(plans.require(plan).plan().code());
        UUID before = paging.afterKey().map(BaselineService::id).orElse(null);
        List<Baseline> rows = repository.page(codes, before, paging.limit() + 1);
        Long total = paging.countsExactly() ? repository.count(codes) : null;
        return Page.of(rows, paging.limit(), last -> paging.cursor(last.id().toString()), total);
    }

    /**
     * Finds a baseline.
     *
     * @param id its id
     * @return the baseline of a plan of the caller
     */
    Baseline find(UUID id) {
        return repository
                .find(id)
                .filter(found -> plans.codes().contains(found.plan()))
                .orElseThrow(BaselineError.BASELINE_NOT_FOUND::problem);
    }

    /**
     * Refuses an instant of which nothing is known.
     *
     * @param pointer where the request names it
     * @param plan plan code
     * @param at the instant
     */
    void requireKnown(String pointer, String plan, Instant at) {
        Instant now = clock.instant();
        if (at.isAfter(now)) {
            throw BaselineError.IN_FUTURE.at(pointer, at.toString(), List.of("../" + now));
        }
        Instant began = history.began(plan).orElse(now);
        if (at.isBefore(began)) {
            throw BaselineError.BEFORE_HISTORY.at(pointer, at.toString(), List.of(began + "/" + now));
        }
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
