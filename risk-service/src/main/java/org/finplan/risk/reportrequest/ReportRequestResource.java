package org.finplan.risk.reportrequest;

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

@Path("/api/v1/report-requests")
@Tag(name = "Institution reports")
class ReportRequestResource {

    private final ReportRequests requests;

    ReportRequestResource(ReportRequests requests) {
        this.requests = requests;
    }

    @GET
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listReportRequests",
            summary = "What institutions are asked to report, the newest first",
            description =
                    "Metrics that rules in force wait for, of a period that was reported in part or is overdue. A request is"
                            + " closed by itself when all of it is reported.")
    public Page<ReportRequestView> list(
            @QueryParam("institution") @Parameter(description = "Credit code of an institution.") String institution,
            @QueryParam("open")
                    @Parameter(description = "true: only open ones; false: only closed ones.", example = "true")
                    Boolean open,
            @BeanParam CursorParameters paging) {
        return requests.list(institution, open, paging);
    }
}
