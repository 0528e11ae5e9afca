package org.finplan.indicators.attainment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.plan.PlanParameters;
import org.finplan.indicators.planlife.PlanLives;
import org.finplan.indicators.reading.KnowledgeParameters;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** How far the indicators of a plan have come. */
@Path("/api/v1/attainment")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Attainment")
class AttainmentResource {

    private static final int MOST_YEARS = 30;

    private final PlanRegister register;
    private final PlanScope plans;
    private final Scoreboard scoreboard;
    private final RegionScope scope;
    private final SettledTime settled;
    private final Definitions definitions;
    private final PlanLives lives;

    AttainmentResource(
            PlanRegister register,
            PlanScope plans,
            Scoreboard scoreboard,
            RegionScope scope,
            SettledTime settled,
            Definitions definitions,
            PlanLives lives) {
        this.definitions = definitions;
        this.lives = lives;
        this.register = register;
        this.plans = plans;
        this.scoreboard = scoreboard;
        this.scope = scope;
        this.settled = settled;
    }

    @GET
    @Operation(
            operationId = "getAttainment",
            summary = "Judges the indicators of a plan against their paths.",
            description = "For one period, or for the years from and to; without either for all years of the plan with"
                    + " its baseline. With children=true also for the regions directly inside the region.")
    public AttainmentView get(
            @QueryParam("plan") @Parameter(required = true, description = "Plan code.", example = "zq-fin-14fyp")
                    String planCode,
            @QueryParam("period") @Parameter(description = "Period, or PLAN for the end of the plan.", example = "2025")
                    String period,
            @QueryParam("from") @Parameter(description = "First year.", example = "2020") String from,
            @QueryParam("to") @Parameter(description = "Last year.", example = "2025") String to,
            @QueryParam("region") @Parameter(description = "Region code; the city when absent.", example = "441200")
                    String region,
            @QueryParam("children") @Parameter(description = "true: with the regions directly inside.")
                    Boolean children,
            @BeanParam KnowledgeParameters asOf) {
        PlanPackage plan = plans.require(planCode);
        List<Period> periods = periods(plan.plan(), period, from, to);
        List<String> regions = regions(plan, region == null ? plan.city() : region, Boolean.TRUE.equals(children));
        Knowledge known = beforeArchiving(planCode, asOf.at(settled.of(asOf)));
        List<Subject> subjects = new ArrayList<>();
        for (String code : regions) {
            for (Period one : periods) {
                plan.indicators().forEach(row -> subjects.add(new Subject(planCode, row, code, one)));
            }
        }
        return AttainmentView.of(planCode, known.asOf(), scoreboard.assess(planCode, subjects, known), definitions);
    }

    /** What was known when a plan was archived is what it is judged on, though another plan goes on with the series. */
    private Knowledge beforeArchiving(String plan, Knowledge known) {
        Instant archived = lives.archived().get(plan);
        return archived != null && archived.isBefore(known.asOf()) ? new Knowledge(archived, known.axis()) : known;
    }

    private static List<Period> periods(Plan plan, String period, String from, String to) {
        if (period != null && (from != null || to != null)) {
            throw ProblemException.invalidParameter("period", period, List.of("period", "from, to"));
        }
        if (period != null) {
            String text = period.equals(PlanParameters.WHOLE_PLAN) ? String.valueOf(plan.targetYear()) : period;
            return List.of(Period.find(text)
                    .orElseThrow(() -> ProblemException.invalidParameter("period", period, Period.NOTATIONS)));
        }
        int first = year("from", from, plan.baselineYear());
        int last = year("to", to, plan.targetYear());
        if (last < first || last - first >= MOST_YEARS) {
            throw ProblemException.invalidParameter(
                    "to", String.valueOf(last), List.of(first + ".." + (first + MOST_YEARS - 1)));
        }
        return IntStream.rangeClosed(first, last).mapToObj(Period::ofYear).toList();
    }

    private static int year(String name, String text, int usual) {
        if (text == null) {
            return usual;
        }
        return Period.find(text)
                .filter(Period::isWholeYear)
                .orElseThrow(() -> ProblemException.invalidParameter(name, text, List.of(String.valueOf(usual))))
                .year();
    }

    private List<String> regions(PlanPackage plan, String region, boolean children) {
        if (!isOf(plan, region) || !scope.readable().contains(region)) {
            LocalizedText text = new LocalizedText("没有地区 " + region + "。", "There is no region " + region + ".");
            throw new ProblemException(
                    WebError.NOT_FOUND,
                    text,
                    List.of(new ProblemError("?region", region, WebError.NOT_FOUND.code(), text, List.of())));
        }
        List<String> regions = new ArrayList<>();
        regions.add(region);
        if (children) {
            register.regions().children(region).stream()
                    .filter(scope.readable()::contains)
                    .forEach(regions::add);
        }
        return regions;
    }

    /** A plan says nothing of what lies in another city. */
    private boolean isOf(PlanPackage plan, String region) {
        return register.regions().references().contains(region)
                || register.territory(plan.plan().code()).contains(region);
    }
}
