package org.finplan.risk.network.query;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Stretch;
import org.finplan.platform.web.sheet.Sheet;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.NetworkSheets;
import org.jboss.resteasy.reactive.RestResponse;

/** What is asked of a network, for spreadsheets: the whole list, and not a page of it. */
@Path("/api/v1/networks/{id}")
@Tag(name = "Networks")
@Produces(Sheet.MEDIA_TYPE)
@PermissionsAllowed(PermissionName.NETWORKS_READ)
class NetworkSheetResource {

    private final NetworkQueryService networks;
    private final NetworkSheets sheets;

    NetworkSheetResource(NetworkQueryService networks, NetworkSheets sheets) {
        this.networks = networks;
        this.sheets = sheets;
    }

    @GET
    @Path("components.csv")
    @Operation(
            operationId = "exportNetworkComponents",
            summary = "Chains of a network as CSV",
            description =
                    "All of listNetworkComponents, a row for each, without the names of all firms (RFC 4180, UTF-8 with its mark, headed"
                            + " in Chinese or English by `Accept-Language`). The largest spectral radius is its upper bound.")
    public RestResponse<StreamingOutput> components(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                NetworkQuerySheets.COMPONENTS,
                new LocalizedText("担保链", "components"),
                languages,
                networks.components(id, Stretch.whole()).items().stream());
    }

    @GET
    @Path("chains.csv")
    @Operation(
            operationId = "exportNetworkChains",
            summary = "Chains of a firm as CSV, a row for each step",
            description =
                    "The paths of listNetworkChains, numbered from 1, with the amount of each step; at most 1,000 paths, and each row"
                            + " says whether there are more.")
    public RestResponse<StreamingOutput> chains(
            @PathParam("id") UUID id,
            @QueryParam("firm") @Parameter(description = "Id of the firm.", required = true, example = "演示样本-A")
                    String firm,
            @QueryParam("depth")
                    @DefaultValue("3")
                    @Parameter(description = "Longest path in edges, 1 to 20.", example = "3")
                    int depth,
            @QueryParam("direction")
                    @DefaultValue("given")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"given", "received"},
                                            defaultValue = "given"),
                            description = "given: along edges; received: against them.",
                            example = "given")
                    String direction,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                NetworkQuerySheets.STEPS,
                new LocalizedText("担保链路径", "chains"),
                languages,
                NetworkQuerySheets.steps(networks.chains(id, firm, depth, direction)));
    }

    @GET
    @Path("exposures.csv")
    @Operation(
            operationId = "exportNetworkExposures",
            summary = "Firms within some steps of a firm that has failed, as CSV",
            description = "All of listNetworkExposures, the nearest first.")
    public RestResponse<StreamingOutput> exposures(
            @PathParam("id") UUID id,
            @QueryParam("firm") @Parameter(description = "Id of the failed firm.", required = true, example = "演示样本-A")
                    String firm,
            @QueryParam("depth") @DefaultValue("3") @Parameter(description = "Most steps, 1 to 20.", example = "3")
                    int depth,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                NetworkQuerySheets.EXPOSURES,
                new LocalizedText("波及企业", "exposures"),
                languages,
                networks.exposures(id, firm, depth, Stretch.whole()).items().stream());
    }

    @GET
    @Path("single-failures.csv")
    @Refuses(
            with = NetworkError.class,
            codes = {NetworkError.Code.FIGURE_MISSING, NetworkError.Code.TOO_LARGE_TO_RANK})
    @Operation(
            operationId = "exportNetworkFailures",
            summary = "What the failure of each single firm would do, as CSV",
            description = "All of rankNetworkFailures. Larger networks are ranked by a job, see exportRankedFailures.")
    public RestResponse<StreamingOutput> failures(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                NetworkQuerySheets.FAILURES,
                new LocalizedText("单户违约排序", "single-failures"),
                languages,
                networks.failures(id, Stretch.whole()).items().stream());
    }
}
