package org.finplan.risk.network.query;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Path("firms.csv")
    @Operation(
            operationId = "exportNetworkFirms",
            summary = "Firms of a network with their measures, as CSV",
            description = "All of listNetworkFirms.")
    public RestResponse<StreamingOutput> firms(
            @PathParam("id") UUID id,
            @BeanParam FirmsParameters parameters,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                NetworkQuerySheets.FIRMS,
                new LocalizedText("企业指标", "firms"),
                languages,
                networks.firms(id, parameters, Stretch.whole()).items().stream());
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
            @BeanParam ChainParameters parameters,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                NetworkQuerySheets.STEPS,
                new LocalizedText("担保链路径", "chains"),
                languages,
                NetworkQuerySheets.steps(networks.chains(id, parameters)));
    }

    @GET
    @Path("exposures.csv")
    @Operation(
            operationId = "exportNetworkExposures",
            summary = "Firms within some steps of a firm that has failed, as CSV",
            description = "All of listNetworkExposures, the nearest first.")
    public RestResponse<StreamingOutput> exposures(
            @PathParam("id") UUID id,
            @BeanParam ReachParameters parameters,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                NetworkQuerySheets.EXPOSURES,
                new LocalizedText("波及企业", "exposures"),
                languages,
                networks.exposures(id, parameters, Stretch.whole()).items().stream());
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
