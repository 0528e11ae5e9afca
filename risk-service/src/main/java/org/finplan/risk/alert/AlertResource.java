package org.finplan.risk.alert;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.alert.handling.AcknowledgeRequest;
import org.finplan.risk.alert.handling.AlertError;
import org.finplan.risk.alert.handling.AlertNoteRequest;
import org.finplan.risk.alert.handling.CloseRequest;
import org.finplan.risk.alert.handling.OrderDisposalRequest;
import org.finplan.risk.alert.handling.RecordFeedbackRequest;
import org.finplan.risk.alert.handling.StartMonitoringRequest;
import org.finplan.risk.alert.query.AlertView;
import org.finplan.risk.alert.timeline.TimelineView;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/alerts")
@Tag(name = "Alerts")
class AlertResource {

    private final AlertService alerts;

    AlertResource(AlertService alerts) {
        this.alerts = alerts;
    }

    @POST
    @Path("{id}:acknowledge")
    @Refuses(
            with = AlertError.class,
            codes = {AlertError.Code.ACTION_NOT_ALLOWED, AlertError.Code.DATE_PASSED, AlertError.Code.DATE_TOO_LATE})
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.ALERTS_HANDLE)
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Take charge of an alert",
            description =
                    "409 action-not-allowed unless it is raised; accepted[] names the moves that its state allows. It lapses at"
                            + " acknowledgement.until unless the handling is ordered before; 422 date-passed or"
                            + " date-too-late for an until outside of what the level allows.")
    public RestResponse<AlertView> acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid AcknowledgeRequest acknowledgement) {
        AcknowledgeRequest taken = acknowledgement == null ? new AcknowledgeRequest(null, null) : acknowledgement;
        return answer(alerts.acknowledge(id, ifMatch, taken));
    }

    @POST
    @Path("{id}:order-disposal")
    @Refuses(
            with = AlertError.class,
            codes = {AlertError.Code.ACTION_NOT_ALLOWED, AlertError.Code.DATE_PASSED})
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.ALERTS_DIRECT)
    @Operation(
            operationId = "orderDisposal",
            summary = "Order a unit to act",
            description =
                    "409 action-not-allowed unless it is acknowledged; 422 date-passed for a due date before today.")
    public RestResponse<AlertView> orderDisposal(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OrderDisposalRequest order) {
        return answer(alerts.orderDisposal(id, ifMatch, order));
    }

    @POST
    @Path("{id}:record-feedback")
    @Refuses(
            with = AlertError.class,
            codes = {AlertError.Code.ACTION_NOT_ALLOWED, AlertError.Code.DATE_IN_FUTURE})
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.ALERTS_HANDLE)
    @Operation(
            operationId = "recordDisposalFeedback",
            summary = "Record what came of the handling",
            description =
                    "409 action-not-allowed unless it is in disposal; 422 date-in-future for work that is not done yet.")
    public RestResponse<AlertView> recordFeedback(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RecordFeedbackRequest feedback) {
        return answer(alerts.recordFeedback(id, ifMatch, feedback.work()));
    }

    @POST
    @Path("{id}:start-monitoring")
    @Refuses(
            with = AlertError.class,
            codes = {AlertError.Code.ACTION_NOT_ALLOWED, AlertError.Code.FEEDBACK_MISSING, AlertError.Code.DATE_PASSED})
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.ALERTS_DIRECT)
    @Operation(
            operationId = "startMonitoring",
            summary = "Watch a handled alert further",
            description =
                    "422 feedback-missing before feedback is recorded; 409 action-not-allowed unless it is in disposal.")
    public RestResponse<AlertView> startMonitoring(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid StartMonitoringRequest monitoring) {
        return answer(alerts.startMonitoring(id, ifMatch, monitoring));
    }

    @POST
    @Path("{id}:close")
    @Refuses(
            with = AlertError.class,
            codes = {AlertError.Code.ACTION_NOT_ALLOWED, AlertError.Code.FEEDBACK_MISSING})
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.ALERTS_DIRECT)
    @Operation(
            operationId = "closeAlert",
            summary = "Close a monitored alert; never without feedback",
            description =
                    "422 feedback-missing without feedback; 409 action-not-allowed unless it is monitored, or taken charge of and its cause gone.")
    public RestResponse<AlertView> close(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid CloseRequest closing) {
        return answer(alerts.close(id, ifMatch, closing == null ? new CloseRequest(null) : closing));
    }

    @POST
    @Path("{id}/notes")
    @Refuses(with = AlertError.class, codes = AlertError.Code.DATE_IN_FUTURE)
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.ALERTS_HANDLE)
    @APIResponse(
            responseCode = "201",
            description = "The note as it stands in the timeline",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TimelineView.class)))
    @Operation(
            operationId = "addAlertNote",
            summary = "Tell of work on an alert",
            description = "Work off line is entered with mode offline and the day it was done.")
    public RestResponse<TimelineView> note(@PathParam("id") UUID id, @NotNull @Valid AlertNoteRequest note) {
        return RestResponse.status(RestResponse.Status.CREATED, alerts.note(id, note.work()));
    }

    private static RestResponse<AlertView> answer(AlertView alert) {
        return Preconditions.changed(alert.tag(), alert);
    }
}
