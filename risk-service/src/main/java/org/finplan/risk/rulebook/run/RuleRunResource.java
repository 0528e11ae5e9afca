package org.finplan.risk.rulebook.run;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/rule-runs")
@Tag(name = "Rules")
class RuleRunResource {

    private final RuleRunService runs;

    RuleRunResource(RuleRunService runs) {
        this.runs = runs;
    }

    @GET
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listRuleRuns",
            summary = "Runs of the rule book, the newest first",
            description = "Runs over all institutions, and runs after a report in which a rule failed.")
    public Page<RuleRun> list(@BeanParam PageParameters paging) {
        return runs.page(paging);
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_WRITE)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(
            operationId = "runRules",
            summary = "Judge all that was reported by the rules in force",
            description =
                    "Judges the institutions that the caller sees, rules that compare with peers included. A rule that fails is"
                            + " counted, and the others go on.")
    public RestResponse<RuleRun> run() {
        return RestResponse.status(RestResponse.Status.CREATED, runs.overAll());
    }
}
