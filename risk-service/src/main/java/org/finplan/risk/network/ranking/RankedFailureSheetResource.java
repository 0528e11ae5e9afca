package org.finplan.risk.network.ranking;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Stretch;
import org.finplan.platform.web.sheet.Sheet;
import org.finplan.risk.network.snapshot.NetworkSheets;
import org.jboss.resteasy.reactive.RestResponse;

/** The firms of a ranking, for spreadsheets. */
@Path("/api/v1/networks/{id}/failure-rankings/{rankingId}/failures.csv")
@Tag(name = "Networks")
class RankedFailureSheetResource {

    private static final int STRETCH = 5000;

    private static final Sheet<RankedFailure> FAILURES = Sheet.of(RankedFailure.class)
            .column("名次", "rank", RankedFailure::rank)
            .column("企业", "firm", RankedFailure::firm)
            .column("影响", "impact", RankedFailure::impact)
            .column("违约企业数", "failures", RankedFailure::failures);

    private final FailureRankingService rankings;
    private final NetworkSheets sheets;

    RankedFailureSheetResource(FailureRankingService rankings, NetworkSheets sheets) {
        this.rankings = rankings;
        this.sheets = sheets;
    }

    @GET
    @Produces(Sheet.MEDIA_TYPE)
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(with = RankingError.class, codes = RankingError.Code.NOT_DONE)
    @Operation(
            operationId = "exportRankedFailures",
            summary = "All firms of a ranking as CSV, the largest impact first",
            description =
                    "All of listRankedFailures, written as they are read. 409 failure-ranking-not-done until it is done.")
    public RestResponse<StreamingOutput> failures(
            @PathParam("id") UUID id,
            @PathParam("rankingId") UUID rankingId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        // A ranking that is done never changes, so that its stretches fit together. The first says what is refused.
        Stream<RankedFailure> rows = Stream.iterate(
                        stretch(id, rankingId, 0),
                        stretch -> !stretch.isEmpty(),
                        stretch -> stretch(id, rankingId, last(stretch)))
                .flatMap(List::stream);
        return sheets.answer(id, FAILURES, new LocalizedText("单户违约排序", "failure-ranking"), languages, rows);
    }

    private List<RankedFailure> stretch(UUID id, UUID ranking, int after) {
        return rankings.failures(id, ranking, Stretch.of(STRETCH, Integer.toString(after)))
                .items();
    }

    private static int last(List<RankedFailure> stretch) {
        return stretch.get(stretch.size() - 1).rank();
    }
}
