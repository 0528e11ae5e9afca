package org.finplan.indicators.planpackage;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.indicators.planversion.PackageVersionError;
import org.finplan.indicators.targetsetting.TargetError;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes versions of plan packages while the suite runs. */
@Path("/api/v1/plan-packages")
@Tag(name = "Plan")
class PlanPackageResource {

    private final PlanPackageService service;

    PlanPackageResource(PlanPackageService service) {
        this.service = service;
    }

    @POST
    @Consumes("application/zip")
    @PermissionsAllowed(PermissionName.PLANS_PUBLISH)
    @Idempotent
    @Transactional
    @RefusesClosed
    @Refuses(with = PlanPackageError.class)
    @Refuses(
            with = PackageVersionError.class,
            codes = {PackageVersionError.Code.PREPARING, PackageVersionError.Code.UNCHANGED})
    @Refuses(
            with = TargetError.class,
            codes = {TargetError.Code.PLAN_ENDED, TargetError.Code.BREAKDOWN_OVER_ALLOCATES})
    @Operation(
            operationId = "publishPlanPackage",
            summary = "Publishes a plan package, or says what it would do.",
            description =
                    "A ZIP archive of the files of a package, as a further version of its plan or as a new plan. With"
                            + " dryRun=true nothing is published. Otherwise it comes in force by itself as soon as every program of"
                            + " the suite has prepared it, everywhere or nowhere. What somebody has reported or revised meanwhile is"
                            + " kept, and told.")
    @APIResponse(
            responseCode = "200",
            description = "What it would do; nothing was published.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishedPackage.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is published and being prepared.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishedPackage.class)))
    public RestResponse<PublishedPackage> publish(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte[] zip,
            @QueryParam("reason")
                    @Parameter(
                            description = "Why, 1 to 500 characters; needed unless it is a dry run.",
                            example = "演示样本：更正目标（sample correction）")
                    String reason,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(example = "true", description = "true: says what it would do and publishes nothing.")
                    boolean dryRun) {
        PublishedPackage published = service.take(zip, reason, dryRun);
        if (dryRun) {
            return RestResponse.ok(published);
        }
        return RestResponse.ResponseBuilder.<PublishedPackage>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/api/v1/plans/" + published.plan() + "/changes/" + published.version()))
                .entity(published)
                .build();
    }
}
