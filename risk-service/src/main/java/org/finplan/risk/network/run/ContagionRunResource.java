package org.finplan.risk.network.run;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.list.CodeParameter;
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
    @Refuses(with = ContagionRunError.class, codes = ContagionRunError.Code.QUEUE_FULL)
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
                    "Kept with all its parameters. In a network of up to 20,000 firms and 50,000 edges (settings) it is answered at once"
                            + " (200); in a larger one it is a job (202), which gives the same bits, and Location names it. Of a city"
                            + " one job is under way and the others wait; with 20 of them 409 contagion-run-queue-full. A guarantee"
                            + " is a debt only once the borrower has failed, so that the clearing methods take networks of"
                            + " debts alone.")
    @APIResponse(
            responseCode = "200",
            description = "It has run.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContagionRunView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for its turn.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContagionRunView.class)))
    public RestResponse<ContagionRunView> run(@NotNull @Valid ContagionRunRequest request) {
        ContagionRunView run = contagions.run(request);
        if (run.result() != null) {
            return Preconditions.changed(run.tag(), run);
        }
        return RestResponse.ResponseBuilder.<ContagionRunView>create(RestResponse.Status.ACCEPTED)
                .location(URI.create(run.path()))
                .entity(run)
                .header(HttpHeaders.ETAG, run.tag())
                .build();
    }

    @GET
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listContagionRuns",
            summary = "Contagion runs, the newest first",
            description = "Those of the caller's regions, without what was asked and what came of it.")
    public Page<ContagionRunSummary> list(
            @QueryParam("network")
                    @Parameter(
                            description = "Id of a network.",
                            example = "01900000-0000-7000-8000-0000000000a1",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String network,
            @QueryParam("state")
                    @Parameter(
                            description = "State of the runs.",
                            example = "finished",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"queued", "running", "finished", "cancelled", "failed"}))
                    String state,
            @BeanParam PageParameters paging) {
        ContagionRunFilter filter = new ContagionRunFilter(
                CodeParameter.of("network", network, ContagionRunResource::id, List.of()),
                CodeParameter.of("state", state, ContagionRunState.CODES));
        return contagions.list(filter, paging);
    }

    private static Optional<UUID> id(String sent) {
        try {
            return Optional.of(UUID.fromString(sent));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "getContagionRun",
            summary = "One contagion run",
            description =
                    "How far it is and, once it is finished, what came of it. Its ETag, which changes with its state, is"
                            + " needed to cancel it.")
    public RestResponse<ContagionRunView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ContagionRunView run = contagions.get(id);
        return Preconditions.answer(ifNoneMatch, run.tag(), run);
    }

    @POST
    @Path("{id}:cancel")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @Refuses(with = ContagionRunError.class, codes = ContagionRunError.Code.ENDED)
    @Operation(
            operationId = "cancelContagionRun",
            summary = "End a contagion run that waits or is running",
            description = "It has no result then. 409 contagion-run-ended when it has ended already.")
    public RestResponse<ContagionRunView> cancel(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ContagionRunView run = contagions.cancel(id, ifMatch);
        return Preconditions.changed(run.tag(), run);
    }
}
