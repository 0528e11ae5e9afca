package org.finplan.risk.network.run;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.risk.network.snapshot.NetworkError;

@Path("/api/v1/networks/{id}/what-ifs")
@Tag(name = "Networks")
class WhatIfResource {

    private final WhatIfService whatIfs;

    WhatIfResource(WhatIfService whatIfs) {
        this.whatIfs = whatIfs;
    }

    @POST
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(
            with = NetworkError.class,
            codes = {
                NetworkError.Code.UNKNOWN_CODE,
                NetworkError.Code.UNKNOWN_FIRM,
                NetworkError.Code.UNKNOWN_EDGE,
                NetworkError.Code.SELF_EDGE,
                NetworkError.Code.OUT_OF_RANGE,
                NetworkError.Code.NOT_APPLICABLE,
                NetworkError.Code.JOINT_CONTRACT,
                NetworkError.Code.TOO_LARGE_TO_RANK,
                NetworkError.Code.FIGURE_MISSING
            })
    @Operation(
            operationId = "tryWhatIf",
            summary = "Compare a contagion with the one after edges were removed, replaced or added",
            description =
                    "Worked out in a copy; nothing is stored. Both results stand side by side, those of the components whose edges"
                            + " differ firm by firm, with their spectral radius and the single failure that does most in them. Without"
                            + " a shock that firm fails.")
    public WhatIfView compare(@PathParam("id") UUID id, @NotNull @Valid WhatIfRequest whatIf) {
        return whatIfs.compare(id, whatIf);
    }
}
