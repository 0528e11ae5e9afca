package org.finplan.indicators.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetView;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Reads the indicators of plans with their targets, and all series. */
@ApplicationScoped
class IndicatorService {

    private final PlanRegister register;
    private final PlanScope plans;
    private final SeriesRules rules;
    private final Targets targets;

    IndicatorService(PlanRegister register, PlanScope plans, SeriesRules rules, Targets targets) {
        this.register = register;
        this.plans = plans;
        this.rules = rules;
        this.targets = targets;
    }

    /** {@return all series, also those that no plan has a target for; as the plans of the caller say them, where these have them} */
    List<IndicatorView> series() {
        Map<String, SeriesDefinition> own = plans.packages().stream()
                .flatMap(plan -> plan.series().stream())
                .collect(Collectors.toMap(SeriesDefinition::code, row -> row, (first, later) -> first));
        return register.series().all().stream()
                .map(row -> view(own.getOrDefault(row.code(), row)))
                .toList();
    }

    /**
     * Finds a series.
     *
     * @param code code or name
     * @return the series alone
     * @throws ProblemException 404 when there is none
     */
    IndicatorView series(String code) {
        return register.series()
                .named(code)
                .flatMap(row -> plans.series(row.code(), null))
                .map(this::view)
                .orElseThrow(() -> notFound(code));
    }

    /**
     * Lists the indicators of a plan.
     *
     * @param plan plan code
     * @param asOf their targets as they were known then
     * @return the indicators in the order of their numbers
     * @throws ProblemException 400 when no such plan is loaded
     */
    List<IndicatorView> indicators(String plan, Instant asOf) {
        PlanPackage read = plans.require(plan);
        List<String> codes =
                read.indicators().stream().map(IndicatorDefinition::code).toList();
        Map<String, List<Target>> byIndicator = targets.read(plan, codes, List.of(read.city()), asOf).stream()
                .sorted(Comparator.comparing((Target target) -> !target.primary())
                        .thenComparing(target -> target.key().variant()))
                .collect(Collectors.groupingBy(target -> target.key().indicator()));
        return read.indicators().stream()
                .map(row -> IndicatorView.of(
                        row,
                        kind(row.code()),
                        byIndicator.getOrDefault(row.code(), List.of()).stream()
                                .map(target ->
                                        TargetView.of(target, row.target().relative()))
                                .toList()))
                .toList();
    }

    /**
     * Finds an indicator of a plan.
     *
     * @param plan plan code
     * @param code code or name
     * @param asOf its targets as they were known then
     * @return the indicator; one that the plan has no more is marked
     * @throws ProblemException 400 when no such plan is loaded, 404 when it has no such indicator
     */
    IndicatorView indicator(String plan, String code, Instant asOf) {
        List<String> named = plans.require(plan).indicators().stream()
                .filter(row -> isCalled(row, code))
                .map(IndicatorDefinition::code)
                .toList();
        return indicators(plan, asOf).stream()
                .filter(row -> named.size() == 1 && row.code().equals(named.get(0)))
                .findFirst()
                .or(() -> retired(plan, code, asOf))
                .orElseThrow(() -> notFound(code));
    }

    private IndicatorView view(SeriesDefinition row) {
        return IndicatorView.of(row, kind(row.code()), null, register.series().retired(row.code()));
    }

    /** What a version of the plan's package has no more is there with the targets that it had. */
    private Optional<IndicatorView> retired(String plan, String code, Instant asOf) {
        return register.series()
                .named(code)
                .filter(row -> register.retired(plan, row.code()))
                .map(row -> IndicatorView.of(
                        row,
                        kind(row.code()),
                        targets.read(plan, List.of(row.code()), List.of(register.city(plan)), asOf).stream()
                                .map(target -> TargetView.of(target, null))
                                .toList(),
                        true));
    }

    /** As the plan itself calls it: another plan may use the name for something else. */
    private static boolean isCalled(IndicatorDefinition indicator, String name) {
        return indicator.code().equals(name)
                || indicator.name().zh().equals(name)
                || indicator.aliases().contains(name);
    }

    private String kind(String series) {
        return rules.usualKind(series).code();
    }

    private static ProblemException notFound(String code) {
        return new ProblemException(
                WebError.NOT_FOUND, new LocalizedText("没有指标 " + code + "。", "There is no indicator " + code + "."));
    }
}
