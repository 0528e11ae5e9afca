package org.finplan.risk.institution;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;

@Path("/api/v1/institution-kinds")
@Tag(name = "Institutions")
class InstitutionKindResource {

    private final InstitutionQueryService register;

    InstitutionKindResource(InstitutionQueryService register) {
        this.register = register;
    }

    @GET
    @PermissionsAllowed(PermissionName.METRIC_SCHEMAS_READ)
    @Operation(
            operationId = "listInstitutionKinds",
            summary = "The kinds of institutions",
            description = "Those of the plan, and those that the configuration of the service adds.")
    public Page<InstitutionKind> kinds() {
        return new Page<>(register.kinds(), null, null);
    }
}
