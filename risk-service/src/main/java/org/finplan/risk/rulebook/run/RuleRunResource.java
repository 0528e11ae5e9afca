package org.finplan.risk.rulebook.run;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
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

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "getRuleRun",
            summary = "How far a run of the rule book is, and what it found",
            description = "Its ETag, which changes with its state, is needed to cancel it.")
    public RestResponse<RuleRun> get(@PathParam("id") UUID id) {
        RuleRun run = runs.get(id);
        return Preconditions.changed(run.tag(), run);
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_WRITE)
    @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
    @Refuses(with = RunError.class, codes = RunError.Code.IN_PROGRESS)
    @Operation(
            operationId = "runRules",
            summary = "Judge all that was reported by the rules in force",
            description =
                    "Judges the institutions that the caller may write, in the background, in parts; what is judged is not judged"
                            + " again after a restart. Location names the run: the one on its way when it does the same, else a new"
                            + " one; 409 rule-run-in-progress while one by other rules or of other regions is on its way. A rule"
                            + " that fails is counted, and the others go on.")
    public RestResponse<RuleRun> run() {
        RuleRun run = runs.ask();
        return RestResponse.ResponseBuilder.<RuleRun>create(RestResponse.Status.ACCEPTED)
                .location(URI.create(run.path()))
                .entity(run)
                .header(HttpHeaders.ETAG, run.tag())
                .build();
    }

    @POST
    @Path("{id}:cancel")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_WRITE)
    @Refuses(with = RunError.class, codes = RunError.Code.ENDED)
    @Operation(
            operationId = "cancelRuleRun",
            summary = "End a run of the rule book",
            description = "What was judged until then stays. 409 rule-run-ended when it has ended already.")
    public RestResponse<RuleRun> cancel(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        RuleRun run = runs.cancel(id, ifMatch);
        return Preconditions.changed(run.tag(), run);
    }
}
