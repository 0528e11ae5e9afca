package org.finplan.tasks.supervision.opening;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** By which rules causes open matters. */
@Path("/api/v1/supervision-openings")
@Tag(name = "Supervision rules")
@PermissionsAllowed(PermissionName.SUPERVISIONS_READ)
class OpeningRuleResource {

    private static final String PATH = "/api/v1/supervision-openings";
    private static final String CITY = "Code of a city; may be left out by whoever reads one only.";

    private final OpeningRules rules;

    OpeningRuleResource(OpeningRules rules) {
        this.rules = rules;
    }

    @GET
    @Operation(
            operationId = "listSupervisionOpenings",
            summary = "List what opens matters by itself",
            description = "The rule of each kind of cause that holds now. A handful, without pages.")
    public Page<OpeningRuleView> list(
            @QueryParam("city") @Parameter(description = CITY, example = "441200") String city) {
        return new Page<>(rules.list(city), null, null);
    }

    @POST
    @Transactional
    @Idempotent
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(with = OpeningError.class)
    @PermissionsAllowed(PermissionName.SUPERVISIONS_CONFIGURE)
    @APIResponse(
            responseCode = "201",
            description = "The rule as it holds from now on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OpeningRuleView.class)))
    @Operation(
            operationId = "setSupervisionOpening",
            summary = "Set what opens matters by itself",
            description =
                    "Whether a kind of cause does, with which ladder, time and unit. Open matters stay as they are.")
    public RestResponse<OpeningRuleView> set(
            @QueryParam("city") @Parameter(description = CITY, example = "441200") String city,
            @NotNull @Valid OpeningRuleRequest request) {
        OpeningRuleView rule = rules.set(request, city);
        return RestResponse.ResponseBuilder.<OpeningRuleView>created(URI.create(PATH))
                .entity(rule)
                .build();
    }
}
