package org.finplan.risk.network.ranking;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.network.snapshot.NetworkError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/networks/{id}/failure-rankings")
@Tag(name = "Networks")
class FailureRankingResource {

    private final FailureRankingService rankings;

    FailureRankingResource(FailureRankingService rankings) {
        this.rankings = rankings;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
    @Refuses(with = RankingError.class, codes = RankingError.Code.QUEUE_FULL)
    @Refuses(
            with = NetworkError.class,
            codes = {NetworkError.Code.UNKNOWN_CODE, NetworkError.Code.FIGURE_MISSING})
    @Operation(
            operationId = "orderFailureRanking",
            summary = "Rank all firms of a network by what their failure would do, in the background",
            description =
                    "Linear DebtRank without recovery, of a network of any size that can be stored. Location names the ranking: the"
                            + " one that is there when the same was ordered before, since it gives the same bits, else a new one. Of"
                            + " a city one is under way and the others wait; with 20 of them 409 failure-ranking-queue-full.")
    public RestResponse<FailureRanking> order(@PathParam("id") UUID id, @NotNull @Valid FailureRankingRequest ranking) {
        FailureRanking ordered = rankings.order(id, ranking);
        return RestResponse.ResponseBuilder.<FailureRanking>create(RestResponse.Status.ACCEPTED)
                .location(URI.create(ordered.path()))
                .entity(ordered)
                .header(HttpHeaders.ETAG, ordered.tag())
                .build();
    }

    @GET
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listFailureRankings",
            summary = "Rankings of the failures of a network, the newest first",
            description = "Those that were cancelled or failed, too.")
    public Page<FailureRanking> list(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return rankings.list(id, paging);
    }

    @GET
    @Path("{rankingId}")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "getFailureRanking",
            summary = "How far a ranking of failures is",
            description = "Its ETag, which changes with its state, is needed to cancel it.")
    public RestResponse<FailureRanking> get(@PathParam("id") UUID id, @PathParam("rankingId") UUID rankingId) {
        return answer(rankings.get(id, rankingId));
    }

    @GET
    @Path("{rankingId}/failures")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(with = RankingError.class, codes = RankingError.Code.NOT_DONE)
    @Operation(
            operationId = "listRankedFailures",
            summary = "The firms of a ranking, the largest impact first",
            description =
                    "Firms of the same impact stand in the order of their ids. 409 failure-ranking-not-done until it is done.")
    public Page<RankedFailure> failures(
            @PathParam("id") UUID id, @PathParam("rankingId") UUID rankingId, @BeanParam PageParameters paging) {
        return rankings.failures(id, rankingId, paging);
    }

    @POST
    @Path("{rankingId}:cancel")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @Refuses(with = RankingError.class, codes = RankingError.Code.ENDED)
    @Operation(
            operationId = "cancelFailureRanking",
            summary = "End a ranking of failures",
            description = "Nothing of it stays. 409 failure-ranking-ended when it has ended already.")
    public RestResponse<FailureRanking> cancel(
            @PathParam("id") UUID id,
            @PathParam("rankingId") UUID rankingId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(rankings.cancel(id, rankingId, ifMatch));
    }

    private static RestResponse<FailureRanking> answer(FailureRanking ranking) {
        return Preconditions.changed(ranking.tag(), ranking);
    }
}
