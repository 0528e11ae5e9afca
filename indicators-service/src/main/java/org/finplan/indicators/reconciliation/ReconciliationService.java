package org.finplan.indicators.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.plan.PlanParameters;
import org.finplan.indicators.region.Parts;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** Reports the figures of a region against those of its parts, with the open work on them. */
@ApplicationScoped
class ReconciliationService {

    private final PlanRegister register;
    private final PlanScope plans;
    private final Reconciliation reconciliation;
    private final DisputeRepository disputes;
    private final RegionScope scope;

    ReconciliationService(
            PlanRegister register,
            PlanScope plans,
            Reconciliation reconciliation,
            DisputeRepository disputes,
            RegionScope scope) {
        this.register = register;
        this.plans = plans;
        this.reconciliation = reconciliation;
        this.disputes = disputes;
        this.scope = scope;
    }

    /**
     * Makes the report.
     *
     * @param planCode plan code
     * @param period a period, or {@code PLAN} for all years of the plan
     * @param indicator indicator code, or null for all of the plan
     * @param region code of the whole, or null for the city
     * @param known on what was known
     * @return the report
     * @throws ProblemException 400 for a parameter that names nothing, 403 when the caller reads some parts only, 404 for a
     *     region without parts
     */
    ReconciliationView report(String planCode, String period, String indicator, String region, Knowledge known) {
        PlanPackage plan = plans.require(planCode);
        Period about = PlanParameters.period(plan, period == null ? "" : period)
                .orElseThrow(() -> ProblemException.invalidParameter("period", period, Period.NOTATIONS));
        List<IndicatorDefinition> indicators = indicators(plan, indicator);
        String whole = whole(plan, region == null ? plan.city() : region, about);
        return ReconciliationView.of(
                planCode,
                whole,
                about,
                known.asOf(),
                reconciliation.cells(indicators, whole, about, known),
                disputes.open(
                        planCode,
                        whole,
                        about.text(),
                        indicators.stream().map(IndicatorDefinition::code).toList()));
    }

    private static List<IndicatorDefinition> indicators(PlanPackage plan, String code) {
        if (code == null) {
            return plan.indicators();
        }
        List<IndicatorDefinition> found = plan.indicators().stream()
                .filter(row -> row.code().equals(code))
                .toList();
        if (found.isEmpty()) {
            throw ProblemException.invalidParameter(
                    "indicator",
                    code,
                    plan.indicators().stream().map(IndicatorDefinition::code).toList());
        }
        return found;
    }

    /** A sum over parts that the caller sees only in part would be wrong, so it is not given. */
    private String whole(PlanPackage plan, String region, Period period) {
        Parts parts = Parts.of(register.regions(), region, period);
        boolean ofThePlan = register.territory(plan.plan().code()).contains(region);
        if (!ofThePlan || !scope.readable().contains(region) || parts.all().isEmpty()) {
            LocalizedText text = new LocalizedText(
                    "地区 " + region + " 没有可核对的下级。", "The region " + region + " has no parts to add up.");
            throw new ProblemException(
                    WebError.NOT_FOUND,
                    text,
                    List.of(new ProblemError("?region", region, WebError.NOT_FOUND.code(), text, List.of())));
        }
        if (!parts.all().stream().allMatch(scope.readable()::contains)) {
            throw new ProblemException(
                    WebError.FORBIDDEN,
                    new LocalizedText("只有可查看全部下级地区的用户才能核对。", "Only callers who read all parts can reconcile."));
        }
        return region;
    }
}
