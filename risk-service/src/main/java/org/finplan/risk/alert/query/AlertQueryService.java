package org.finplan.risk.alert.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.alert.handling.AlertProblems;
import org.finplan.risk.rule.RuleCodes;

/** Reads alerts for the caller. */
@ApplicationScoped
public class AlertQueryService {

    private final AlertQueryRepository alerts;
    private final RegionScope scope;
    private final PlanRegister plans;
    private final RuleCodes rules;
    private final Caller caller;

    AlertQueryService(
            AlertQueryRepository alerts, RegionScope scope, PlanRegister plans, RuleCodes rules, Caller caller) {
        this.alerts = alerts;
        this.scope = scope;
        this.plans = plans;
        this.rules = rules;
        this.caller = caller;
    }

    /**
     * Reads an alert as it is stored in the caller's transaction, if there is one.
     *
     * @param id its id
     * @return the alert and what the caller may do
     * @throws org.finplan.platform.problem.ProblemException 404 when there is none that the caller reads
     */
    @Transactional
    public AlertView get(UUID id) {
        return alerts.find(id, AlertScope.of(scope, caller)).orElseThrow(() -> AlertProblems.notFound(id));
    }

    @Transactional
    Page<AlertView> list(AlertListParameters parameters, PageParameters paging) {
        AlertScope readable = AlertScope.of(scope, caller);
        AlertFilter filter = parameters.filter(plans, rules, readable.regions());
        AlertOrder order = filter.order();
        List<Object> after = paging.after().map(order::values).orElse(null);
        List<AlertView> rows = alerts.page(filter, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? alerts.count(filter, readable) : null;
        return Page.of(rows, paging.limit(), alert -> paging.cursor(order.keys(alert)), total);
    }
}
