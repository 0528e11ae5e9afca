package org.finplan.tasks.register.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.archived.ArchivedPlanError;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.action.Actions;
import org.finplan.tasks.register.EntryConditions;
import org.finplan.tasks.register.RegionParameter;
import org.finplan.tasks.register.Register;
import org.finplan.tasks.register.RegisterError;
import org.finplan.tasks.register.Registers;

/** Reads entries for the caller. */
@ApplicationScoped
class EntryQueryService {

    private static final String MOVE = "move";
    private static final String[] ACTIONS = {"revise", MOVE, "end"};
    private static final int LONGEST_QUERY = 200;

    private final Registers registers;
    private final Entries entries;
    private final EntryRepository repository;
    private final EntryHistoryRepository history;
    private final PlanRegister plans;
    private final ArchivedPlans archived;
    private final RegionScope scope;
    private final Caller caller;

    EntryQueryService(
            Registers registers,
            Entries entries,
            EntryRepository repository,
            EntryHistoryRepository history,
            PlanRegister plans,
            ArchivedPlans archived,
            RegionScope scope,
            Caller caller) {
        this.registers = registers;
        this.entries = entries;
        this.repository = repository;
        this.history = history;
        this.plans = plans;
        this.archived = archived;
        this.scope = scope;
        this.caller = caller;
    }

    @Transactional
    Page<EntryView> list(String code, EntryListParameters wanted, PageParameters paging) {
        Register register = registers.require(code, wanted.plan);
        RegionSet readable = scope.readable();
        check(register, wanted);
        List<Entry> rows = repository.page(
                conditions(register, wanted, readable),
                wanted.at,
                wanted.stage,
                paging.afterKey().map(EntryQueryService::id).orElse(null),
                paging.limit() + 1);
        Long total = paging.countsExactly()
                ? repository.count(conditions(register, wanted, readable), wanted.at, wanted.stage)
                : null;
        boolean open = !archived.since().containsKey(register.plan());
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.id().toString()), total)
                .map(entry -> view(register, entry, open));
    }

    /** {@return an entry as the caller sees it} */
    @Transactional
    EntryView get(String code, UUID id) {
        Entries.Found found = entries.require(code, id);
        return view(
                found.register(),
                found.entry(),
                !archived.since().containsKey(found.register().plan()));
    }

    @Transactional
    EntryHistoryView history(String code, UUID id) {
        Entry entry = entries.require(code, id).entry();
        return new EntryHistoryView(id, history.stages(entry.id()), history.versions(entry.id()));
    }

    private EntryView view(Register register, Entry entry, boolean open) {
        Actions actions = Actions.of(ACTIONS, name -> name, name -> obstacle(name, register, entry, open));
        return EntryView.of(entry, new StageOrder(register.definition()), actions);
    }

    private Optional<? extends ErrorCode> obstacle(String action, Register register, Entry entry, boolean open) {
        if (!caller.may(Permission.REGISTERS_WRITE)) {
            return Optional.of(WebError.FORBIDDEN);
        }
        if (!scope.writable().contains(entry.region())) {
            return Optional.of(WebError.REGION_NOT_IN_SCOPE);
        }
        if (!open) {
            return Optional.of(ArchivedPlanError.PLAN_ARCHIVED);
        }
        if (register.retired()) {
            return Optional.of(RegisterError.RETIRED);
        }
        if (entry.endedOn() != null) {
            return Optional.of(RegisterError.ENDED);
        }
        boolean stays =
                new StageOrder(register.definition()).reachable(entry.stage()).isEmpty();
        return action.equals(MOVE) && stays ? Optional.of(RegisterError.STAGE_NOT_ALLOWED) : Optional.empty();
    }

    private EntryConditions conditions(Register register, EntryListParameters wanted, RegionSet readable) {
        return new EntryConditions(readable)
                .of(register)
                .regions(RegionParameter.of(wanted.region, wanted.subAreas, plans, readable))
                .task(wanted.task)
                .indicator(wanted.indicator)
                .linksTo(wanted.linksTo == null ? null : wanted.linksTo.toString())
                .words(wanted.q);
    }

    private static void check(Register register, EntryListParameters wanted) {
        List<String> stages = register.definition().stageCodes();
        if (wanted.stage != null && !stages.contains(wanted.stage)) {
            throw ProblemException.invalidParameter("stage", wanted.stage, stages);
        }
        PlanCodes codes = PlanCodes.of(register.read());
        if (wanted.task != null && !codes.tasks().contains(wanted.task)) {
            throw ProblemException.invalidParameter("task", wanted.task, codes.tasks());
        }
        if (wanted.indicator != null && !codes.indicators().contains(wanted.indicator)) {
            throw ProblemException.invalidParameter("indicator", wanted.indicator, codes.indicators());
        }
        if (wanted.q != null && (wanted.q.isBlank() || wanted.q.length() > LONGEST_QUERY)) {
            throw ProblemException.invalidParameter("q", wanted.q, List.of("1 to " + LONGEST_QUERY + " characters"));
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
