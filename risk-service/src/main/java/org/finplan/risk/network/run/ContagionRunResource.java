package org.finplan.risk.network.run;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.network.snapshot.NetworkError;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/contagion-runs")
@Tag(name = "Networks")
class ContagionRunResource {

    private final ContagionService contagions;

    ContagionRunResource(ContagionService contagions) {
        this.contagions = contagions;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @Refuses(
            with = NetworkError.class,
            codes = {
                NetworkError.Code.UNKNOWN_CODE,
                NetworkError.Code.UNKNOWN_FIRM,
                NetworkError.Code.OUT_OF_RANGE,
                NetworkError.Code.NOT_APPLICABLE,
                NetworkError.Code.FIGURE_MISSING
            })
    @Operation(
            operationId = "runContagion",
            summary = "Let a shock spread in a network",
            description =
                    "Answered at once, whatever the size of a stored network, and kept with all its parameters. A guarantee"
                            + " is a debt only once the borrower has failed, so that the clearing methods take networks of"
                            + " debts alone.")
    public ContagionRunView run(@NotNull @Valid ContagionRunRequest run) {
        return contagions.run(run);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(operationId = "getContagionRun", summary = "One contagion run", description = "As it was answered.")
    public RestResponse<ContagionRunView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Preconditions.answer(ifNoneMatch, EntityTags.of(1), contagions.get(id));
    }
}
