package org.finplan.risk.assessment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.rule.RuleCodes;

@Path("/api/v1/rule-assessments")
@Tag(name = "Rules")
class AssessmentResource {

    private static final List<String> STATES = List.of("breached", "near", "clear", "not-assessable", "undecided");

    private final AssessmentService assessments;
    private final PlanRegister plans;
    private final RuleCodes rules;
    private final RegionScope scope;

    AssessmentResource(AssessmentService assessments, PlanRegister plans, RuleCodes rules, RegionScope scope) {
        this.assessments = assessments;
        this.plans = plans;
        this.rules = rules;
        this.scope = scope;
    }

    @GET
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listRuleAssessments",
            summary = "What the rules said about each figure",
            description =
                    "Ordered by rule, subject and period. Of an institution that is named all results are listed, also those"
                            + " that say that all is well or that something is missing; without one, of institutions only what is or"
                            + " was to be warned of. A figure that cannot be judged is"
                            + " listed with what is missing.")
    public Page<AssessmentView> list(
            @Parameter(description = "Code of the rule.", example = "npl-ratio-above-province") @QueryParam("rule")
                    String rule,
            @Parameter(description = "Region code.", example = "441200") @QueryParam("region") String region,
            @Parameter(description = "Unified social credit code of an institution.", example = "91441200SAMPLE0001")
                    @QueryParam("institution")
                    String institution,
            @Parameter(description = "Indicator code.", example = "npl-ratio") @QueryParam("indicator")
                    String indicator,
            @Parameter(description = "Period of the figure.", example = "2025") @QueryParam("period") String period,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"breached", "near", "clear", "not-assessable", "undecided"}),
                            description = "breached, near, clear, not-assessable or undecided.",
                            example = "breached")
                    @QueryParam("state")
                    String state,
            @BeanParam PageParameters paging) {
        AssessmentFilter filter = new AssessmentFilter(
                CodeParameter.of("rule", rule, rules.codes()),
                CodeParameter.ofRegion("region", region, plans.regionCodes(), scope.readable()),
                institution,
                CodeParameter.of("indicator", indicator, plans.indicatorCodes()),
                CodeParameter.of("period", period, AssessmentResource::notation, Period.NOTATIONS),
                CodeParameter.of("state", state, STATES));
        return assessments.list(filter, paging);
    }

    private static Optional<String> notation(String text) {
        return Period.find(text).map(Period::text);
    }
}
