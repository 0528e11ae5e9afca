package org.finplan.indicators.indicator;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetView;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.time.AsOf;

/** The indicators of a plan with their targets, and all series. */
@Path("/api/v1/indicators")
@PermissionsAllowed(PermissionName.PLANS_READ)
@Tag(name = "Indicators")
class IndicatorResource {

    private final Catalogue catalogue;
    private final SeriesRules rules;
    private final Targets targets;
    private final Clock clock;

    IndicatorResource(Catalogue catalogue, SeriesRules rules, Targets targets, Clock clock) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.targets = targets;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listIndicators",
            summary = "Lists the indicators of a plan in the order of their numbers; without a plan all series.",
            description = "Without a plan all series are listed, also those that no plan has a target for.")
    public Page<IndicatorView> list(
            @QueryParam("plan") @Parameter(description = "Plan code.", example = "zq-fin-14fyp") String plan,
            @BeanParam AsOf asOf,
            @BeanParam PageParameters page) {
        List<IndicatorView> all = plan == null
                ? catalogue.series().stream()
                        .map(row -> IndicatorView.of(row, kind(row.code())))
                        .toList()
                : indicators(plan, asOf.orElse(clock.instant()));
        int from = page.afterKey()
                .map(after -> all.stream().map(IndicatorView::code).toList().indexOf(after) + 1)
                .orElse(0);
        return Page.of(
                all.subList(from, Math.min(all.size(), from + page.limit() + 1)),
                page.limit(),
                row -> page.cursor(row.code()),
                page.countsExactly() ? (long) all.size() : null);
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getIndicator",
            summary = "Reads an indicator of a plan, or a series.",
            description =
                    "With a plan: its baseline, targets and growth as they were known at asOf. Without: the series"
                            + " alone.")
    public IndicatorView get(
            @PathParam("code") @Parameter(description = "Indicator or series code.", example = "green-credit")
                    String code,
            @QueryParam("plan") @Parameter(description = "Plan code.", example = "zq-fin-14fyp") String plan,
            @BeanParam AsOf asOf) {
        if (plan == null) {
            return catalogue
                    .named(code)
                    .map(row -> IndicatorView.of(row, kind(row.code())))
                    .orElseThrow(() -> notFound(code));
        }
        return indicators(plan, asOf.orElse(clock.instant())).stream()
                .filter(row -> catalogue
                        .named(code)
                        .filter(found -> found.code().equals(row.code()))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> notFound(code));
    }

    private List<IndicatorView> indicators(String plan, Instant asOf) {
        PlanPackage read = catalogue.requirePlan(plan);
        List<String> codes =
                read.indicators().stream().map(IndicatorDefinition::code).toList();
        Map<String, List<Target>> byIndicator = targets.read(plan, codes, List.of(Catalogue.city(read)), asOf).stream()
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

    private String kind(String series) {
        return rules.usualKind(series).code();
    }

    private static ProblemException notFound(String code) {
        return new ProblemException(
                WebError.NOT_FOUND, new LocalizedText("没有指标 " + code + "。", "There is no indicator " + code + "."));
    }
}
