package org.finplan.risk.institution;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/institutions")
@Tag(name = "Institutions")
class InstitutionQueryResource {

    private final InstitutionQueryService register;

    InstitutionQueryResource(InstitutionQueryService register) {
        this.register = register;
    }

    @GET
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listInstitutions",
            summary = "Institutions, by credit code",
            description = "Those of the caller's regions. region names the region itself, not what lies in it.")
    public Page<InstitutionView> list(
            @QueryParam("kind") @Parameter(description = "Code of a kind.", example = "microloan") String kind,
            @QueryParam("region") @Parameter(description = "Region code.", example = "441202") String region,
            @QueryParam("status") @Parameter(description = "A status.", example = "operating") String status,
            @BeanParam PageParameters paging) {
        return register.list(kind, region, status, paging);
    }

    @GET
    @Path("{uscc}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "getInstitution",
            summary = "One institution",
            description = "Its ETag is needed to change it.")
    public RestResponse<InstitutionView> get(
            @PathParam("uscc") String uscc, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Institution institution = register.get(uscc);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(institution.version()), InstitutionView.of(institution));
    }

    @GET
    @Path("{uscc}/statuses")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listInstitutionStatuses",
            summary = "Which status an institution had since when, the newest first",
            description = "Nothing of it is changed later.")
    public Page<StatusPeriod> statuses(@PathParam("uscc") String uscc) {
        return new Page<>(register.history(uscc), null, null);
    }
}
