package org.finplan.risk.alert.query;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.RuleCodes;

/** The filters and the order of the list of alerts. */
public class AlertListParameters {

    @QueryParam("state")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"raised", "acknowledged", "disposing", "monitoring", "closed"}),
            description = "raised, acknowledged, disposing, monitoring or closed.",
            example = "raised")
    String state;

    @QueryParam("level")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"blue", "yellow", "orange", "red"}),
            description = "blue, yellow, orange or red.",
            example = "orange")
    String level;

    @QueryParam("region")
    @Parameter(description = "Region code; alerts of exactly this region.", example = "441202")
    String region;

    @QueryParam("indicator")
    @Parameter(description = "Indicator code.", example = "green-credit")
    String indicator;

    @QueryParam("rule")
    @Parameter(description = "Code of the rule.", example = "plan-indicator-off-path")
    String rule;

    @QueryParam("institution")
    @Parameter(
            description = "Unified social credit code; alerts about this institution.",
            example = "91441200SAMPLE0001")
    String institution;

    @QueryParam("overdue")
    @Parameter(description = "Alerts of which something did, or did not, miss its time.", example = "true")
    Boolean overdue;

    @QueryParam("acknowledgedBefore")
    @Parameter(
            description =
                    "Old acknowledgements: alerts that somebody has charge of since before this instant, and whose"
                            + " handling is not ordered.",
            example = "2026-01-31T16:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    Instant acknowledgedBefore;

    @QueryParam("sort")
    @DefaultValue("-raisedAt")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"raisedAt", "-raisedAt", "updatedAt", "-updatedAt", "level", "-level"}),
            description = "raisedAt, updatedAt or level; a minus puts the newest or the gravest first.")
    String sort;

    /**
     * Checks the parameters.
     *
     * @param plans the plans that are loaded
     * @param rules the rules that there are
     * @param readable the regions that the caller reads
     * @return what is wanted
     * @throws org.finplan.platform.problem.ProblemException 400 {@code invalid-parameter} for a value that names nothing
     */
    AlertFilter filter(PlanRegister plans, RuleCodes rules, RegionSet readable) {
        return new AlertFilter(
                CodeParameter.of("state", state, AlertState::find, codes(AlertState.values(), AlertState::code)),
                CodeParameter.of("level", level, Level::find, codes(Level.values(), Level::code)),
                CodeParameter.ofRegion("region", region, plans.regionCodes(), readable),
                CodeParameter.of("indicator", indicator, plans.indicatorCodes()),
                CodeParameter.of("rule", rule, rules.codes()),
                institution,
                overdue,
                acknowledgedBefore,
                CodeParameter.of("sort", sort, AlertOrder::find, codes(AlertOrder.values(), AlertOrder::code)));
    }

    private static <T> List<String> codes(T[] values, Function<T, String> code) {
        return Stream.of(values).map(code).toList();
    }
}
