package org.finplan.tasks.supervision.ladder;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The escalation ladders of a city. */
@Path("/api/v1/supervision-ladders")
@Tag(name = "Supervision rules")
@PermissionsAllowed(PermissionName.SUPERVISIONS_READ)
class LadderResource {

    private static final String CITY = "Code of a city; may be left out by whoever reads one only.";

    private final Ladders ladders;

    LadderResource(Ladders ladders) {
        this.ladders = ladders;
    }

    @GET
    @Operation(
            operationId = "listSupervisionLadders",
            summary = "List escalation ladders",
            description = "The newest version of each: it is what the next matter takes. A handful, without pages.")
    public Page<LadderView> list(@QueryParam("city") @Parameter(description = CITY, example = "441200") String city) {
        return new Page<>(ladders.list(city), null, null);
    }

    @GET
    @Path("{code}")
    @Refuses(with = LadderError.class, codes = LadderError.Code.NOT_FOUND)
    @Operation(
            operationId = "listSupervisionLadderVersions",
            summary = "List the versions of an escalation ladder",
            description = "The newest first, down to the one that comes with the program.")
    public Page<LadderView> versions(
            @PathParam("code") @Parameter(description = "Code of the ladder.", example = "standard") String code,
            @QueryParam("city") @Parameter(description = CITY, example = "441200") String city) {
        return new Page<>(ladders.versions(code, city), null, null);
    }

    @POST
    @Transactional
    @Idempotent
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = LadderError.class,
            codes = {LadderError.Code.STEP_CONTRADICTS, LadderError.Code.STEP_TWICE, LadderError.Code.CHANGED_MEANWHILE
            })
    @PermissionsAllowed(PermissionName.SUPERVISIONS_CONFIGURE)
    @APIResponse(
            responseCode = "201",
            description = "The version as it was stored",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LadderView.class)))
    @Operation(
            operationId = "setSupervisionLadder",
            summary = "Set a new version of an escalation ladder",
            description = "Matters that are registered from now on take it; those that are open keep their own.")
    public RestResponse<LadderView> publish(
            @QueryParam("city") @Parameter(description = CITY, example = "441200") String city,
            @NotNull @Valid LadderRequest request) {
        LadderView ladder = ladders.publish(request, city);
        return RestResponse.ResponseBuilder.<LadderView>created(
                        URI.create("/api/v1/supervision-ladders/" + ladder.code()))
                .entity(ladder)
                .build();
    }
}
