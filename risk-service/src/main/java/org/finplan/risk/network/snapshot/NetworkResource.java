package org.finplan.risk.network.snapshot;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/networks")
@Tag(name = "Networks")
class NetworkResource {

    private final NetworkService networks;

    NetworkResource(NetworkService networks) {
        this.networks = networks;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = NetworkError.class,
            codes = {
                NetworkError.Code.TOO_LARGE,
                NetworkError.Code.DUPLICATE_FIRM,
                NetworkError.Code.UNKNOWN_FIRM,
                NetworkError.Code.SELF_EDGE,
                NetworkError.Code.OUT_OF_RANGE,
                NetworkError.Code.WEIGHT_MISSING,
                NetworkError.Code.JOINT_CONTRACT,
                NetworkError.Code.UNKNOWN_CODE
            })
    @Operation(
            operationId = "storeNetwork",
            summary = "Store a network of firms as it stood on a day",
            description =
                    "It belongs to the caller's city and is never changed. The same content, in whatever order, gives the"
                            + " network that is stored already, with its id and recordedAt. Parallel edges are summed and"
                            + " those left out that are not in force; both are counted. At most 200,000"
                            + " firms and 500,000 edges, in a body of up to 64 MB; one large network is read at a time.")
    public RestResponse<NetworkView> store(
            @NotNull
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NetworkRequest.class)))
                    SentNetwork network) {
        NetworkService.Stored stored = networks.store(network);
        return RestResponse.ResponseBuilder.<NetworkView>created(
                        URI.create("/api/v1/networks/" + stored.network().id()))
                .entity(stored.network())
                .header(HttpHeaders.ETAG, EntityTags.of(1))
                .build();
    }

    @GET
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listNetworks",
            summary = "Networks, the newest first",
            description = "Those of the caller's regions.")
    public Page<NetworkView> list(
            @QueryParam("kind")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"guarantee", "debt"}),
                            description = "guarantee or debt.",
                            example = "guarantee")
                    String kind,
            @BeanParam PageParameters paging) {
        return networks.list(kind, paging);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "getNetwork",
            summary = "One network",
            description = "How large it is, and since when it is stored.")
    public RestResponse<NetworkView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Preconditions.answer(ifNoneMatch, EntityTags.of(1), networks.get(id));
    }
}
