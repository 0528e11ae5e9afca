package org.finplan.risk.ownership;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.time.AsOf;

@Path("/api/v1/institutions")
@Tag(name = "Ownership")
class OwnershipResource {

    private final OwnershipQueryService owners;
    private final GroupService groups;

    OwnershipResource(OwnershipQueryService owners, GroupService groups) {
        this.owners = owners;
        this.groups = groups;
    }

    @GET
    @Path("{uscc}/ownership")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "getInstitutionOwnership",
            summary = "Who owns an institution, looked through upwards",
            description =
                    "Every chain with source and dates of each link and its effective share, exactly. A chain ends"
                            + " with a person or a public body, or it is marked: unknown where nobody recorded who holds the"
                            + " rest or who owns the last holder, cycle where it comes back to itself, depth where it is cut.")
    public OwnershipView ownership(
            @PathParam("uscc") String uscc,
            @QueryParam("on") @Parameter(description = "The day asked for; today when absent.", example = "2026-06-30")
                    LocalDate on,
            @QueryParam("depth") @DefaultValue("10") @Parameter(description = "The most steps of a chain, 1 to 20.")
                    int depth,
            @BeanParam AsOf asOf) {
        return owners.lookThrough(uscc, on, asOf, depth);
    }

    @GET
    @Path("{uscc}/group")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "getInstitutionGroup",
            summary = "Who counts as one group with an institution",
            description = "By the rule that is told with it. With version as it was known by that change of links.")
    public GroupView group(
            @PathParam("uscc") String uscc,
            @QueryParam("on") @Parameter(description = "The day asked for; today when absent.", example = "2026-06-30")
                    LocalDate on,
            @QueryParam("version") @Parameter(description = "Version of a group, as a finding keeps it.", example = "1")
                    Long version) {
        return groups.of(uscc, on, version);
    }
}
