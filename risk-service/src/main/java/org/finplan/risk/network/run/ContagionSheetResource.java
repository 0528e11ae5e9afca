package org.finplan.risk.network.run;

import io.quarkus.security.PermissionsAllowed;
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
import org.finplan.platform.web.sheet.Sheet;
import org.finplan.risk.network.run.ContagionSheetService.FirmRow;
import org.finplan.risk.network.snapshot.NetworkSheets;
import org.jboss.resteasy.reactive.RestResponse;

/** What came of a contagion, for spreadsheets. */
@Path("/api/v1/contagion-runs/{id}.csv")
@Tag(name = "Networks")
class ContagionSheetResource {

    private static final Sheet<FirmRow> FIRMS = Sheet.of(FirmRow.class)
            .column("企业", "firm", FirmRow::firm)
            .column("净资产", "equity", FirmRow::equity)
            .column("初始冲击", "shock", FirmRow::shock)
            .column("压力", "stress", FirmRow::stress)
            .column("违约", "defaulted", FirmRow::defaulted)
            .column("支付", "payment", FirmRow::payment);

    private final ContagionSheetService runs;
    private final NetworkSheets sheets;

    ContagionSheetResource(ContagionSheetService runs, NetworkSheets sheets) {
        this.runs = runs;
        this.sheets = sheets;
    }

    @GET
    @Produces(Sheet.MEDIA_TYPE)
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(with = ContagionRunError.class, codes = ContagionRunError.Code.NOT_FINISHED)
    @Operation(
            operationId = "exportContagionRun",
            summary = "One contagion run as CSV, a row for each firm",
            description = "The result of getContagionRun with the equity that was told of each firm; payments of the"
                    + " clearing methods only. 409 contagion-run-not-finished until it is finished.")
    public RestResponse<StreamingOutput> get(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        ContagionSheetService.Run run = runs.get(id);
        return sheets.answer(
                run.network(), FIRMS, new LocalizedText("传染推演", "contagion"), languages, run.firms().stream());
    }
}
