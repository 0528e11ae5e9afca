package org.finplan.risk.report.source;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;

@Path("/api/v1/report-sources")
@Tag(name = "Institution reports")
class SourceListResource {

    private final ReportSources sources;

    SourceListResource(ReportSources sources) {
        this.sources = sources;
    }

    @GET
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listReportSources",
            summary = "Who delivers reports how, and who is late",
            description =
                    "A periodic source is late when the newest period that is due has not come, one in real time when"
                            + " more than its days have passed since it delivered.")
    public Page<SourceView> list(
            @QueryParam("institution") @Parameter(description = "Credit code of an institution.") String institution,
            @QueryParam("mode") @Parameter(description = "realtime or periodic.", example = "periodic") String mode,
            @QueryParam("late") @DefaultValue("false") @Parameter(description = "true: only those that are late.")
                    boolean late,
            @QueryParam("on") @Parameter(description = "The day asked for; today when absent.", example = "2026-06-30")
                    LocalDate on,
            @BeanParam CursorParameters paging) {
        return sources.list(institution, mode, late, on, paging);
    }
}
