package org.finplan.indicators.due;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;

/** Lists reports that were overdue, those that have arrived since among them. */
@Path("/api/v1/overdue-reports")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Observations")
class OverdueReportResource {

    private final OverdueReportService service;

    OverdueReportResource(OverdueReportService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listOverdueReports",
            summary = "Lists reports that were overdue, by indicator, region and period.",
            description =
                    "A row for each figure that was not there when its day was over and of which report.overdue told."
                            + " It stays when the figure arrives, with the time of the arrival; a figure that is taken back is"
                            + " missing again.")
    public Page<OverdueReportView> list(
            @QueryParam("plan") @Parameter(required = true, description = "Plan code.", example = "zq-fin-14fyp")
                    String plan,
            @QueryParam("indicator") @Parameter(description = "Indicator code; all when absent.") String indicator,
            @QueryParam("region") @Parameter(description = "Region code; all that the caller reads when absent.")
                    String region,
            @QueryParam("missing")
                    @Parameter(description = "true: what is missing still; false: what has arrived; both when absent.")
                    Boolean missing,
            @BeanParam CursorParameters page) {
        return service.list(plan, indicator, region, missing, page);
    }
}
