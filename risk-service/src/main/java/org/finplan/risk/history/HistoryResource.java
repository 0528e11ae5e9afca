package org.finplan.risk.history;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;

@Path("/api/v1/institutions")
@Tag(name = "Supervision")
class HistoryResource {

    private final HistoryService history;

    HistoryResource(HistoryService history) {
        this.history = history;
    }

    @GET
    @Path("{uscc}/history")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listInstitutionHistory",
            summary = "What happened to an institution, the newest first",
            description = "Statuses, ratings, records of supervision, reports, exits and alerts in one time line, each"
                    + " at the day it happened; what was recorded later says when.")
    public Page<InstitutionEvent> list(
            @PathParam("uscc") String uscc,
            @QueryParam("kind")
                    @Parameter(
                            description = "status, rating, supervision-record, report, exit or alert.",
                            example = "supervision-record")
                    String kind,
            @QueryParam("from") @Parameter(description = "First day.", example = "2026-01-01") LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day.", example = "2026-12-31") LocalDate to,
            @BeanParam CursorParameters paging) {
        return history.list(uscc, new HistoryFilter(kind, from, to), paging);
    }
}
