package org.finplan.risk.ownership;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;

@Path("/api/v1/groups")
@Tag(name = "Ownership")
class GroupResource {

    private final GroupService groups;

    GroupResource(GroupService groups) {
        this.groups = groups;
    }

    @GET
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listOwnershipGroups",
            summary = "Groups of institutions and their owners",
            description = "Those of two members or more that an institution of the caller's regions belongs to. Members"
                    + " in regions of others are only counted.")
    public Page<GroupView> list(
            @QueryParam("on") @Parameter(description = "The day asked for; today when absent.", example = "2026-06-30")
                    LocalDate on,
            @QueryParam("version") @Parameter(description = "As known by that change of links.", example = "1")
                    Long version,
            @BeanParam CursorParameters paging) {
        return groups.list(on, version, paging);
    }
}
