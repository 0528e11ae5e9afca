package org.finplan.risk.network.query;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.risk.network.snapshot.NetworkError;

@Path("/api/v1/networks/{id}")
@Tag(name = "Networks")
class NetworkQueryResource {

    private final NetworkQueryService networks;

    NetworkQueryResource(NetworkQueryService networks) {
        this.networks = networks;
    }

    @GET
    @Path("components")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listNetworkComponents",
            summary = "Chains of a network with their circles and core firms, the largest first",
            description =
                    "The core firm is the one at which the largest amount is at stake, given and received together, a joint"
                            + " guarantee counted once. Betweenness is exact up to 2,000 firms, beyond that from a sample"
                            + " of 500 sources with its standard error; of fewer, 100 at least, when there are more than 100,000 firms"
                            + " and edges. They are worked out by the first request and kept ready.")
    public Page<ComponentView> components(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return networks.components(id, paging);
    }

    @GET
    @Path("firms")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listNetworkFirms",
            summary = "Firms of a network with what is at stake there, core number, PageRank and betweenness",
            description =
                    "The largest first, by what is asked for; firms with the same number by their ids. A joint guarantee counts once."
                            + " Of a network beyond 2,000 firms betweenness is estimated from a sample, with its standard error.")
    public Page<FirmMeasureView> firms(
            @PathParam("id") UUID id, @BeanParam FirmsParameters parameters, @BeanParam PageParameters paging) {
        return networks.firms(id, parameters, paging);
    }

    @GET
    @Path("chains")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listNetworkChains",
            summary = "Chains of a firm to a depth, loops included, with amounts",
            description =
                    "Paths that cannot be made longer, at most 1,000. A path that comes back to one of its firms ends there"
                            + " as a loop.")
    public ChainsView chains(@PathParam("id") UUID id, @BeanParam ChainParameters parameters) {
        return networks.chains(id, parameters);
    }

    @GET
    @Path("exposures")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listNetworkExposures",
            summary = "Firms within some steps of a firm that has failed, with path and amount",
            description =
                    "The nearest first. A joint guarantee is taken in full from each guarantor: the worst case of each.")
    public Page<ExposureView> exposures(
            @PathParam("id") UUID id, @BeanParam ReachParameters parameters, @BeanParam PageParameters paging) {
        return networks.exposures(id, parameters, paging);
    }

    @GET
    @Path("single-failures")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(
            with = NetworkError.class,
            codes = {NetworkError.Code.FIGURE_MISSING, NetworkError.Code.TOO_LARGE_TO_RANK})
    @Operation(
            operationId = "rankNetworkFailures",
            summary = "What the failure of each single firm would do, the largest impact first",
            description =
                    "Linear DebtRank without recovery, joint guarantees in full, solved exactly for all firms at once. A network that"
                            + " is too dense for that is iterated to 1e-9, and each row says so. Of networks up to 5,000 firms and 10,000"
                            + " edges; larger ones are ranked by a job, see orderFailureRanking.")
    public Page<FailureView> failures(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return networks.failures(id, paging);
    }
}
