package org.finplan.risk.exit;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.list.TimePosition;

/** Reads exits for the caller. */
@ApplicationScoped
class ExitQueryService {

    private final ExitRepository exits;
    private final ExitGrounds grounds;
    private final ExitRights rights;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final Clock clock;

    ExitQueryService(
            ExitRepository exits,
            ExitGrounds grounds,
            ExitRights rights,
            PlanRegister plans,
            RegionScope scope,
            Clock clock) {
        this.exits = exits;
        this.grounds = grounds;
        this.rights = rights;
        this.plans = plans;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * What the caller asks a list for, as it was sent.
     *
     * @param institution credit code, or null
     * @param state a state, or null
     * @param ground a ground, or null
     * @param region a region, or null
     * @param due whether the term for objections must have passed with nothing decided
     */
    record Wanted(
            @Nullable String institution,
            @Nullable String state,
            @Nullable String ground,
            @Nullable String region,
            boolean due) {}

    @Transactional
    Page<ExitView> list(Wanted wanted, PageParameters paging) {
        LocalDate today = BusinessTime.today(clock);
        RegionSet readable = scope.readable();
        ExitFilter filter = new ExitFilter(
                wanted.institution(),
                CodeParameter.of("state", wanted.state(), ExitState.codes()),
                CodeParameter.of("ground", wanted.ground(), grounds.codes()),
                CodeParameter.ofRegion("region", wanted.region(), plans.regionCodes(), readable),
                wanted.due() ? today : null);
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<InstitutionExit> rows = exits.page(filter, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? exits.count(filter, readable) : null;
        Map<UUID, List<ExitStep>> steps =
                exits.steps(rows.stream().map(InstitutionExit::id).toList());
        return Page.of(
                        rows,
                        paging.limit(),
                        row -> paging.cursor(
                                row.createdAt().toString(), row.id().toString()),
                        total)
                .map(exit -> ExitView.of(exit, steps.getOrDefault(exit.id(), List.of()), rights.offer(exit, today)));
    }

    @Transactional
    ExitView get(UUID id) {
        InstitutionExit exit = find(id);
        List<ExitStep> steps = exits.steps(List.of(id)).getOrDefault(id, List.of());
        return ExitView.of(exit, steps, rights.offer(exit, BusinessTime.today(clock)));
    }

    /** {@return an exit of the caller's regions; 404 when there is none} */
    @Transactional
    InstitutionExit find(UUID id) {
        return exits.find(id, scope.readable())
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND, new LocalizedText("没有退出程序 " + id + "。", "There is no exit " + id + ".")));
    }

    List<ExitGround> grounds() {
        return grounds.all();
    }
}
