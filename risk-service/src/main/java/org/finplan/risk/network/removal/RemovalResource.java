package org.finplan.risk.network.removal;

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

@Path("/api/v1/networks/{id}/cheapest-removals")
@Tag(name = "Networks")
class RemovalResource {

    private final RemovalService removals;

    RemovalResource(RemovalService removals) {
        this.removals = removals;
    }

    @POST
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(
            with = NetworkError.class,
            codes = {
                NetworkError.Code.OUT_OF_RANGE,
                NetworkError.Code.NOT_APPLICABLE,
                NetworkError.Code.FIGURE_MISSING,
                NetworkError.Code.TOO_LARGE_TO_RANK
            })
    @Operation(
            operationId = "findCheapestRemovals",
            summary = "Find guarantees whose removal brings the impact of a component under a bound, at little cost",
            description =
                    "Greedy, beside what every such set costs at least and how that is proven: the gap says how far from the"
                            + " cheapest it may be. A joint contract goes as a whole. Up to 200 firms and 300 guarantees;"
                            + " nothing is stored.")
    public RemovalView remove(@PathParam("id") UUID id, @NotNull @Valid RemovalRequest request) {
        return removals.remove(id, request);
    }
}
