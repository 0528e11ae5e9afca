package org.finplan.risk.network.run;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.finplan.risk.network.run.WhatIfView.FirmOfWhatIf;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.NetworkSheets;
import org.jboss.resteasy.reactive.RestResponse;

/** What other edges would do, for spreadsheets. */
@Path("/api/v1/networks/{id}/what-ifs.csv")
@Tag(name = "Networks")
class WhatIfSheetResource {

    private static final Sheet<FirmOfWhatIf> FIRMS = Sheet.of(FirmOfWhatIf.class)
            .column("企业", "firm", FirmOfWhatIf::firm)
            .column("变更前压力", "stress before", FirmOfWhatIf::before)
            .column("变更后压力", "stress after", FirmOfWhatIf::after)
            .column("差", "difference", FirmOfWhatIf::difference)
            .column("变更前违约", "fails before", FirmOfWhatIf::failsBefore)
            .column("变更后违约", "fails after", FirmOfWhatIf::failsAfter);

    private final WhatIfService whatIfs;
    private final NetworkSheets sheets;

    WhatIfSheetResource(WhatIfService whatIfs, NetworkSheets sheets) {
        this.whatIfs = whatIfs;
        this.sheets = sheets;
    }

    @POST
    @Produces(Sheet.MEDIA_TYPE)
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(
            with = NetworkError.class,
            codes = {
                NetworkError.Code.UNKNOWN_CODE,
                NetworkError.Code.UNKNOWN_FIRM,
                NetworkError.Code.UNKNOWN_EDGE,
                NetworkError.Code.SELF_EDGE,
                NetworkError.Code.OUT_OF_RANGE,
                NetworkError.Code.NOT_APPLICABLE,
                NetworkError.Code.JOINT_CONTRACT,
                NetworkError.Code.TOO_LARGE_TO_RANK,
                NetworkError.Code.FIGURE_MISSING
            })
    @Operation(
            operationId = "exportWhatIf",
            summary = "Compare a contagion with the one after edges were changed, as CSV",
            description =
                    "The firms of tryWhatIf side by side: those of the components whose edges differ. Nothing is stored.")
    public RestResponse<StreamingOutput> compare(
            @PathParam("id") UUID id,
            @NotNull @Valid WhatIfRequest whatIf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                FIRMS,
                new LocalizedText("假设比较", "what-if"),
                languages,
                whatIfs.compare(id, whatIf).firms().stream());
    }
}
