package org.finplan.indicators.assessing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.assessment.TargetAssessmentView;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.targetsetting.TargetError;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.time.AsOf;
import org.jboss.resteasy.reactive.RestResponse;

/** What assessors say of qualitative targets. */
@Path("/api/v1/targets/{id}/assessments")
@PermissionsAllowed(PermissionName.TARGETS_READ)
@Tag(name = "Targets")
class AssessmentResource {

    private final AssessmentService service;
    private final SettledTime settled;

    AssessmentResource(AssessmentService service, SettledTime settled) {
        this.service = service;
        this.settled = settled;
    }

    /** All that was said of a target, by year and version. It is answered whole, without pages. */
    @Schema(name = "TargetAssessments")
    record Assessments(UUID target, List<TargetAssessmentView> items) {}

    @GET
    @Operation(
            operationId = "listTargetAssessments",
            summary = "Reads what the assessor said of a qualitative target, year by year with all versions.",
            description = "Empty for every other kind of target.")
    public Assessments list(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        return new Assessments(
                id,
                service.list(id, settled.of(asOf)).stream()
                        .map(TargetAssessmentView::of)
                        .toList());
    }

    @POST
    @PermissionsAllowed(PermissionName.TARGETS_ASSESS)
    @Idempotent
    @Transactional
    @Refuses(
            with = TargetError.class,
            codes = {
                TargetError.Code.TARGET_REJECTED,
                TargetError.Code.FIELD_MISSING,
                TargetError.Code.UNKNOWN_CODE,
                TargetError.Code.YEAR_OUT_OF_BOUNDS,
                TargetError.Code.NOT_THE_ASSESSOR,
                TargetError.Code.TARGET_NOT_QUALITATIVE
            })
    @Operation(
            operationId = "assessTarget",
            summary = "Records whether a qualitative target is met, in the name of its assessor.",
            description =
                    "By somebody of the organisation that the target names. What was said of the year before stays"
                            + " readable as an earlier version. Attainment is judged anew.")
    @APIResponse(
            responseCode = "201",
            description = "What was recorded.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TargetAssessmentView.class)))
    public RestResponse<TargetAssessmentView> assess(@PathParam("id") UUID id, AssessmentRequest request) {
        return RestResponse.ResponseBuilder.<TargetAssessmentView>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/targets/" + id + "/assessments"))
                .entity(TargetAssessmentView.of(service.assess(id, request)))
                .build();
    }
}
