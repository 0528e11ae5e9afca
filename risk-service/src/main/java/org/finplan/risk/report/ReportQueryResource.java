package org.finplan.risk.report;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.time.AsOf;

@Path("/api/v1/institutions")
@Tag(name = "Institution reports")
class ReportQueryResource {

    private final ReportQueryService reports;

    ReportQueryResource(ReportQueryService reports) {
        this.reports = reports;
    }

    @GET
    @Path("{uscc}/reports")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listInstitutionReports",
            summary = "What an institution reported, the newest period first",
            description =
                    "The metrics of each period with version and source, and what they contradict themselves in. With"
                            + " asOf as it was known then.")
    public Page<ReportView> list(
            @PathParam("uscc") String uscc,
            @QueryParam("period") @Parameter(description = "One period.", example = "2026-06") String period,
            @BeanParam AsOf asOf,
            @BeanParam CursorParameters paging) {
        return reports.list(uscc, period, asOf, paging);
    }
}
