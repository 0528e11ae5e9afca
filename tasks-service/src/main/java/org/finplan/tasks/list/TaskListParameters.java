package org.finplan.tasks.list;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.Verb;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.tasks.milestone.Schedules;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.TaskLevel;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.search.SearchQuery;
import org.finplan.tasks.task.search.TaskFilter;
import org.finplan.tasks.task.search.TaskFilter.Behind;

/** The filters of the list of tasks. */
public class TaskListParameters {

    private static final List<String> BRANCHES = List.of("task", "safeguard");
    private static final String RELEVANCE = "relevance";
    private static final List<String> ORDERS = List.of("plan", RELEVANCE);
    private static final int LONGEST_QUERY = 200;

    @QueryParam("plan")
    @Parameter(description = "Plan code; all loaded plans when absent.", example = "zq-fin-14fyp")
    String plan;

    @QueryParam("parent")
    @Parameter(description = "Id of the node directly above.", example = "t4.1.1")
    String parent;

    @QueryParam("under")
    @Parameter(description = "Id of any node above, to search a whole branch.", example = "t4.1")
    String under;

    @QueryParam("region")
    @Parameter(
            description = "Region code: leaves that name it, a region around it or, with subAreas, one inside it.",
            example = "441284")
    String region;

    @QueryParam("subAreas")
    @DefaultValue("true")
    @Parameter(description = "Whether regions inside the region count too.")
    boolean subAreas;

    @QueryParam("cityWide")
    @DefaultValue("false")
    @Parameter(description = "Whether leaves that name no region, so concern the whole city, are listed with a region.")
    boolean cityWide;

    @QueryParam("indicator")
    @Parameter(description = "Indicator code: leaves that move it.", example = "green-credit")
    String indicator;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words in Chinese or English that must all occur in title or summary, in any order; what stands in"
                            + " double quotes as it stands. English words are found in other forms too.",
            example = "绿色")
    String q;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"plan", "relevance"}),
            description =
                    "plan: in the order of the plan; relevance: first what has the words of q in its title. By default"
                            + " relevance with q, plan without.",
            example = "plan")
    String sort;

    @QueryParam("status")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"not_started", "in_progress", "done", "stopped"}),
            description = "Verified status of leaves: not_started, in_progress, done or stopped.",
            example = "done")
    String status;

    @QueryParam("flagged")
    @Parameter(description = "Leaves that are, or are not, flagged because an indicator fell behind.")
    Boolean flagged;

    @QueryParam("behind")
    @Parameter(
            description =
                    "Leaves that are, or are not, behind: a milestone is late, or the deadline has passed, without a verified"
                            + " completion.")
    Boolean behind;

    @QueryParam("branch")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"task", "safeguard"}),
            description = "task (chapter 4) or safeguard (chapter 5).",
            example = "task")
    String branch;

    @QueryParam("level")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"area", "section", "item", "measure", "work-point"}),
            description =
                    "area, section, item, measure or work-point; measures and the work points below them are the leaves.",
            example = "measure")
    String level;

    @QueryParam("year")
    @Parameter(description = "Year of annual work points.", example = "2025")
    Integer year;

    @QueryParam("verb")
    @Parameter(description = "Kind of work that the node names, such as pilot.", example = "pilot")
    String verb;

    @QueryParam("unit")
    @Size(max = 64)
    @Parameter(
            description = "Code of a unit: nodes that it leads, is responsible for or cooperates on.",
            example = "zq-fin-bureau")
    String unit;

    /**
     * Checks the parameters.
     *
     * @param plans the plans that are loaded
     * @param scope those of them that the caller sees
     * @param readable the regions that the caller reads: only these are told as accepted
     * @param schedules tells what is behind
     * @return what is wanted
     */
    public TaskFilter filter(PlanRegister plans, PlanScope scope, RegionSet readable, Schedules schedules) {
        List<String> seen = scope.codes();
        checkPlan(plans, scope, seen);
        oneOf("branch", branch, BRANCHES);
        oneOf("level", level, TaskLevel.codes());
        oneOf("status", status, TaskStatus.codes());
        List<String> wanted = plan == null ? seen : List.of(plan);
        return new TaskFilter(
                wanted,
                parent,
                under,
                region == null ? List.of() : named(plans, readable),
                cityWide,
                checkedIndicator(plans, seen),
                q == null ? List.of() : words(),
                TaskStatus.find(status).orElse(null),
                flagged,
                behind == null ? null : new Behind(behind, schedules.lateBefore(wanted)),
                branch,
                level,
                year,
                checkedVerb(scope),
                unit);
    }

    /** {@return whether the best answers to {@code q} come first, and not the order of the plan} */
    boolean byRelevance() {
        oneOf("sort", sort, ORDERS);
        if (q == null && RELEVANCE.equals(sort)) {
            throw invalid("?sort", sort, List.of("plan"));
        }
        return sort == null ? q != null : sort.equals(RELEVANCE);
    }

    private void checkPlan(PlanRegister plans, PlanScope scope, List<String> seen) {
        if (plan != null && plans.find(plan).isEmpty()) {
            throw TaskError.UNKNOWN_PLAN.at("?plan", plan, seen);
        }
        scope.refuseAnothers(plan);
    }

    private List<String> named(PlanRegister plans, RegionSet readable) {
        Set<String> inside = plans.regions().subtree(region);
        if (inside.isEmpty()) {
            throw TaskError.UNKNOWN_REGION.at(
                    "?region",
                    region,
                    plans.regionCodes().stream().filter(readable::contains).toList());
        }
        List<String> codes = new ArrayList<>(plans.regions().ancestors(region));
        codes.addAll(subAreas ? inside : Set.of(region));
        return codes;
    }

    private String checkedIndicator(PlanRegister plans, List<String> seen) {
        if (indicator == null) {
            return null;
        }
        List<String> known = plans.plans().stream()
                .filter(inForce -> plan == null
                        ? seen.contains(inForce.code())
                        : inForce.code().equals(plan))
                .flatMap(inForce -> Stream.concat(Stream.of(inForce.read()), inForce.former().stream()))
                .flatMap(read -> read.indicators().stream())
                .map(definition -> definition.code())
                .distinct()
                .toList();
        if (!known.contains(indicator)) {
            throw TaskError.UNKNOWN_INDICATOR.at("?indicator", indicator, known);
        }
        return indicator;
    }

    private String checkedVerb(PlanScope scope) {
        if (verb != null) {
            oneOf(
                    "verb",
                    verb,
                    scope.packages().stream()
                            .flatMap(read -> read.verbs().stream())
                            .map(Verb::code)
                            .distinct()
                            .toList());
        }
        return verb;
    }

    private List<String> words() {
        List<String> words = SearchQuery.words(q);
        if (words.isEmpty() || q.length() > LONGEST_QUERY) {
            throw invalid("?q", q, List.of("1 to " + LONGEST_QUERY + " characters"));
        }
        return words;
    }

    private static void oneOf(String name, String value, List<String> accepted) {
        if (value != null && !accepted.contains(value)) {
            throw invalid("?" + name, value, accepted);
        }
    }

    private static ProblemException invalid(String pointer, String value, List<String> accepted) {
        WebError code = WebError.INVALID_PARAMETER;
        LocalizedText text = new LocalizedText(
                code.title().zh() + "：" + pointer, code.title().en() + ": " + pointer);
        return new ProblemException(code, text, List.of(new ProblemError(pointer, value, code.code(), text, accepted)));
    }
}
