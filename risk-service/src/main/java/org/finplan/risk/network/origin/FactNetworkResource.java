package org.finplan.risk.network.origin;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.risk.network.snapshot.NetworkError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes networks from what is known. */
@Path("/api/v1/networks:from-facts")
@Tag(name = "Networks")
class FactNetworkResource {

    private final FactNetworkService networks;

    FactNetworkResource(FactNetworkService networks) {
        this.networks = networks;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = NetworkError.class,
            codes = {NetworkError.Code.UNKNOWN_CODE, NetworkError.Code.OUT_OF_RANGE, NetworkError.Code.TOO_LARGE})
    @Operation(
            operationId = "makeNetworkFromFacts",
            summary = "Make a network from the facts as they stood on a day and were known at an instant",
            description =
                    "Contracts in force on the day, with the newest equity of each firm, in yuan. It is stored as any network and"
                            + " never changed: the same day and instant give the same id, whatever was corrected since. Firms"
                            + " between which several contracts are in force are named, and contracts that are not in force.")
    public RestResponse<FactNetworkView> make(@NotNull @Valid FactNetworkRequest request) {
        FactNetworkView network = networks.make(request);
        return RestResponse.ResponseBuilder.<FactNetworkView>created(URI.create("/api/v1/networks/" + network.id()))
                .entity(network)
                .header(HttpHeaders.ETAG, EntityTags.of(1))
                .build();
    }
}
