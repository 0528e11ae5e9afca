package org.finplan.risk.network.picture;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.risk.network.snapshot.NetworkError;

@Path("/api/v1/networks/{id}/components")
@Tag(name = "Networks")
class PictureResource {

    private final PictureService pictures;

    PictureResource(PictureService pictures) {
        this.pictures = pictures;
    }

    @GET
    @Path("{number: [0-9]+}.svg")
    @Produces("image/svg+xml")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(with = NetworkError.class, codes = NetworkError.Code.TOO_LARGE)
    @Operation(
            operationId = "drawNetworkComponent",
            summary = "Picture of a component",
            description =
                    "SVG. The core firm is red, firms of a circle are orange; size and width follow the amounts. The layout is"
                            + " the same each time. At most 1,000 firms.")
    public String svg(
            @PathParam("id") UUID id,
            @PathParam("number") @Parameter(description = "Number of the component.", example = "0") int number) {
        return pictures.svg(id, number);
    }

    @GET
    @Path("{number: [0-9]+}.graphml")
    @Produces("application/graphml+xml")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(with = NetworkError.class, codes = NetworkError.Code.TOO_LARGE)
    @Operation(
            operationId = "exportNetworkComponent",
            summary = "Component as GraphML",
            description = "For graph programs such as Gephi. At most 20,000 firms.")
    public String graphMl(
            @PathParam("id") UUID id,
            @PathParam("number") @Parameter(description = "Number of the component.", example = "0") int number) {
        return pictures.graphMl(id, number);
    }
}
