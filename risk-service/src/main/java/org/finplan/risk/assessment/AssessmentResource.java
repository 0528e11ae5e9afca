package org.finplan.risk.assessment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.period.Period;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.filter.Choice;
import org.finplan.risk.plan.Plans;
import org.finplan.risk.rule.RuleBook;

@Path("/api/v1/rule-assessments")
@Tag(name = "Rules")
class AssessmentResource {

    private static final List<String> STATES = List.of("breached", "clear", "not-assessable");
    private static final int KEYS = 5;

    private final AssessmentRepository assessments;
    private final RegionScope scope;
    private final Plans plans;

    AssessmentResource(AssessmentRepository assessments, RegionScope scope, Plans plans) {
        this.assessments = assessments;
        this.scope = scope;
        this.plans = plans;
    }

    @GET
    @Transactional
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listRuleAssessments",
            summary = "What the rules said about each figure",
            description = "Ordered by rule, plan, indicator, region and period. A figure that cannot be judged is"
                    + " listed with what is missing.")
    public Page<AssessmentView> list(
            @Parameter(description = "Code of the rule.", example = "npl-ratio-above-province") @QueryParam("rule")
                    String rule,
            @Parameter(description = "Region code.", example = "441200") @QueryParam("region") String region,
            @Parameter(description = "Indicator code.", example = "npl-ratio") @QueryParam("indicator")
                    String indicator,
            @Parameter(description = "Period of the figure.", example = "2025") @QueryParam("period") String period,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"breached", "clear", "not-assessable"}),
                            description = "breached, clear or not-assessable.",
                            example = "breached")
                    @QueryParam("state")
                    String state,
            @BeanParam PageParameters paging) {
        Map<String, String> filters = new HashMap<>();
        filters.put("key.rule", Choice.of("rule", rule, RuleBook.codes()));
        filters.put("key.region", Choice.of("region", region, plans.regionCodes()));
        filters.put("key.indicator", Choice.of("indicator", indicator, plans.indicators()));
        filters.put("key.period", Choice.of("period", period, AssessmentResource::notation, Period.NOTATIONS));
        filters.put("state", Choice.of("state", state, STATES));
        filters.values().removeIf(value -> value == null);
        RegionSet regions = scope.readable();
        List<RuleAssessment> rows =
                assessments.page(filters, regions, paging.after().map(AssessmentResource::key), paging.limit() + 1);
        Long total = paging.countsExactly() ? assessments.count(filters, regions) : null;
        return Page.of(rows, paging.limit(), row -> cursor(paging, row.key), total)
                .map(AssessmentView::of);
    }

    private static Optional<String> notation(String text) {
        return Period.find(text).map(Period::text);
    }

    private static String cursor(PageParameters paging, RuleAssessment.Key key) {
        return paging.cursor(key.rule(), key.plan(), key.indicator(), key.region(), key.period());
    }

    private static RuleAssessment.Key key(List<String> keys) {
        if (keys.size() != KEYS) {
            throw Cursor.invalid(String.join(" ", keys));
        }
        return new RuleAssessment.Key(keys.get(0), keys.get(1), keys.get(2), keys.get(3), keys.get(4));
    }
}
