package org.finplan.risk.exit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/institution-exits")
@Tag(name = "Institution exits")
class ExitQueryResource {

    private final ExitQueryService exits;

    ExitQueryResource(ExitQueryService exits) {
        this.exits = exits;
    }

    @GET
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listInstitutionExits",
            summary = "Institutions that leave or were to leave, the newest first",
            description = "With every step. due=true: only those whose term for objections has passed with nothing"
                    + " decided.")
    public Page<ExitView> list(
            @QueryParam("institution") @Parameter(description = "Credit code of an institution.") String institution,
            @QueryParam("state") @Parameter(description = "listed, noticed, cancelled or kept.", example = "noticed")
                    String state,
            @QueryParam("ground") @Parameter(description = "Code of a ground.", example = "shell") String ground,
            @QueryParam("region") @Parameter(description = "Region code.", example = "441202") String region,
            @QueryParam("due")
                    @DefaultValue("false")
                    @Parameter(description = "true: only those that wait for a decision.")
                    boolean due,
            @BeanParam PageParameters paging) {
        return exits.list(new ExitQueryService.Wanted(institution, state, ground, region, due), paging);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "getInstitutionExit",
            summary = "One exit with its steps, and what the caller may do",
            description = "Its ETag is needed to go on with it.")
    public RestResponse<ExitView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ExitView exit = exits.get(id);
        return Preconditions.answer(ifNoneMatch, exit.tag(), exit);
    }
}
