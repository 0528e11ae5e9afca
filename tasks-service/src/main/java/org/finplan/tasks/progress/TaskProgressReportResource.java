package org.finplan.tasks.progress;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The progress reports of one leaf. */
@Path("/api/v1/tasks/{id}/progress-reports")
@Tag(name = "Progress reports")
class TaskProgressReportResource {

    private final ProgressReportService service;

    TaskProgressReportResource(ProgressReportService service) {
        this.service = service;
    }

    @POST
    @Transactional
    @Idempotent
    @RefusesArchived
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.NOT_A_LEAF,
                TaskError.Code.REGION_NOT_CONCERNED,
                TaskError.Code.TASK_OUT_OF_SCOPE,
                TaskError.Code.TASK_NOT_OF_UNIT,
                TaskError.Code.RETIRED
            })
    @Refuses(
            with = ProgressError.class,
            codes = {
                ProgressError.Code.UNKNOWN_REGION,
                ProgressError.Code.REGION_REQUIRED,
                ProgressError.Code.DATE_IN_FUTURE,
                ProgressError.Code.DATE_BEFORE_PLAN
            })
    @PermissionsAllowed(PermissionName.PROGRESS_REPORT)
    @APIResponse(
            responseCode = "201",
            description = "The report as it was filed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProgressReportView.class)))
    @Operation(
            operationId = "reportProgress",
            summary = "Report progress on a leaf",
            description = "A claim that waits for somebody else to verify it. A district reports on the leaves that"
                    + " concern it, a unit on those that it leads or is responsible for.")
    public RestResponse<ProgressReportView> report(
            @PathParam("id") @Parameter(description = "Id of the leaf.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @NotNull @Valid ProgressReportRequest request) {
        ProgressReportView report = service.file(id, plan, request);
        return RestResponse.ResponseBuilder.<ProgressReportView>created(
                        URI.create(ProgressReportPublisher.path(report.id())))
                .header(HttpHeaders.ETAG, EntityTags.of(report.version()))
                .entity(report)
                .build();
    }

    @GET
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_PLAN})
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Operation(
            operationId = "listProgressReportsOfTask",
            summary = "List the progress reports of a leaf, newest first",
            description = "Of all regions that the caller reads.")
    public Page<ProgressReportView> list(
            @PathParam("id") @Parameter(description = "Id of the leaf.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @BeanParam PageParameters paging) {
        return service.listOf(id, plan, paging);
    }
}
