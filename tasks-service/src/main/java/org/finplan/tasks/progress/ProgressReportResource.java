package org.finplan.tasks.progress;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.evidence.EvidenceState;
import org.jboss.resteasy.reactive.RestResponse;

/** Progress reports and their review. */
@Path("/api/v1/progress-reports")
@Tag(name = "Progress reports")
@PermissionsAllowed(PermissionName.TASKS_READ)
class ProgressReportResource {

    private final ProgressReportService service;

    ProgressReportResource(ProgressReportService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listProgressReports",
            summary = "List progress reports, newest first",
            description = "Of the regions that the caller reads; filters combine.")
    public Page<ProgressReportView> list(
            @QueryParam("plan") @Parameter(description = "Plan code.", example = "zq-fin-14fyp") String plan,
            @QueryParam("task") @Parameter(description = "Id of the leaf.", example = "t4.1.1.1.m01") String task,
            @QueryParam("region") @Parameter(description = "Region that reports.", example = "441284") String region,
            @QueryParam("state")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"submitted", "verified", "returned"}),
                            description = "submitted, verified or returned.",
                            example = "submitted")
                    String state,
            @QueryParam("evidence")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"current", "confirmed", "not-seen", "revised", "withdrawn"}),
                            description =
                                    "What became of the observations that a report cites: revised or withdrawn ones"
                                            + " wait for their reporter.",
                            example = "revised")
                    String evidence,
            @BeanParam PageParameters paging) {
        return service.list(
                new ProgressReportFilter(plan, task, region, ReportState.parameter(state), evidenceState(evidence)),
                paging);
    }

    @GET
    @Path("{id: [^:/]+}")
    @Refuses(with = ProgressError.class, codes = ProgressError.Code.REPORT_NOT_FOUND)
    @Operation(
            operationId = "getProgressReport",
            summary = "Read a progress report",
            description = "Its ETag is needed to verify or to return it.")
    public RestResponse<ProgressReportView> get(
            @PathParam("id") @Parameter(description = "Id of the report.") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ProgressReportView report = service.read(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(report.version()), report);
    }

    @POST
    @Path("{id: [^:/]+}:verify")
    @Refuses(
            with = ProgressError.class,
            codes = {
                ProgressError.Code.REPORT_NOT_FOUND,
                ProgressError.Code.ALREADY_REVIEWED,
                ProgressError.Code.NOT_A_REVIEWER,
                ProgressError.Code.OWN_REPORT
            })
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.PROGRESS_REVIEW)
    @Operation(
            operationId = "verifyProgressReport",
            summary = "Verify a progress report",
            description = "Confirms the claim. Somebody other than the reporter does it.")
    public RestResponse<ProgressReportView> verify(
            @PathParam("id") @Parameter(description = "Id of the report.") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid ReviewRequest request) {
        return review(id, Review.Action.VERIFY, request, ifMatch);
    }

    @POST
    @Path("{id: [^:/]+}:return")
    @Refuses(
            with = ProgressError.class,
            codes = {
                ProgressError.Code.REPORT_NOT_FOUND,
                ProgressError.Code.ALREADY_REVIEWED,
                ProgressError.Code.NOT_A_REVIEWER,
                ProgressError.Code.OWN_REPORT,
                ProgressError.Code.REASON_MISSING
            })
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.PROGRESS_REVIEW)
    @Operation(
            operationId = "returnProgressReport",
            summary = "Return a progress report",
            description = "Sends the report back with a reason. The reporter files another one.")
    public RestResponse<ProgressReportView> returnReport(
            @PathParam("id") @Parameter(description = "Id of the report.") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid ReviewRequest request) {
        return review(id, Review.Action.RETURN, request, ifMatch);
    }

    @POST
    @Path("{id: [^:/]+}:confirm-evidence")
    @Refuses(
            with = ProgressError.class,
            codes = {
                ProgressError.Code.REPORT_NOT_FOUND,
                ProgressError.Code.NOT_THE_REPORTER,
                ProgressError.Code.EVIDENCE_NOT_FLAGGED,
                ProgressError.Code.ALREADY_RETURNED
            })
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.PROGRESS_REPORT)
    @Operation(
            operationId = "confirmProgressEvidence",
            summary = "Stand by a progress report whose evidence was revised or withdrawn",
            description =
                    "Its reporter says why the claim stands. What became of the evidence stays in its history; a still"
                            + " newer version flags the report again. Whoever no longer stands by it reports again.")
    public RestResponse<ProgressReportView> confirmEvidence(
            @PathParam("id") @Parameter(description = "Id of the report.") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ConfirmRequest request) {
        ProgressReportView report = service.confirm(id, request.note(), ifMatch);
        return Preconditions.changed(EntityTags.of(report.version()), report);
    }

    private RestResponse<ProgressReportView> review(
            UUID id, Review.Action action, ReviewRequest request, String ifMatch) {
        ProgressReportView report = service.review(id, action, request == null ? null : request.comment(), ifMatch);
        return Preconditions.changed(EntityTags.of(report.version()), report);
    }

    private static EvidenceState evidenceState(String evidence) {
        return evidence == null
                ? null
                : EvidenceState.find(evidence)
                        .orElseThrow(
                                () -> ProblemException.invalidParameter("evidence", evidence, EvidenceState.codes()));
    }
}
