package org.finplan.indicators.reconciliation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.reading.KnowledgeParameters;
import org.finplan.platform.access.PermissionName;

/** Answers the report of the city's figures against those of its parts. */
@Path("/api/v1/reconciliations")
@PermissionsAllowed(PermissionName.RECONCILIATION_READ)
@Tag(name = "Reconciliation")
class ReconciliationResource {

    private final ReconciliationService service;
    private final SettledTime settled;

    ReconciliationResource(ReconciliationService service, SettledTime settled) {
        this.service = service;
        this.settled = settled;
    }

    @GET
    @Operation(
            operationId = "getReconciliation",
            summary = "Holds the figures of the city against the sum of its parts.",
            description =
                    "The parts are the county-level divisions, and the functional zones and the city level where they"
                            + " report apart. A difference is reported, never written over a figure. A ratio is recomputed by its"
                            + " formula on the sums over the parts. Only for callers who read all parts.")
    public ReconciliationView get(
            @QueryParam("plan") @Parameter(required = true, description = "Plan code.", example = "zq-fin-14fyp")
                    String planCode,
            @QueryParam("period")
                    @Parameter(
                            required = true,
                            description = "Period, or PLAN for all years of the plan.",
                            example = "2024")
                    String period,
            @QueryParam("indicator") @Parameter(description = "Indicator code; all of the plan when absent.")
                    String indicator,
            @QueryParam("region") @Parameter(description = "Code of the whole; the city when absent.") String region,
            @BeanParam KnowledgeParameters asOf) {
        return service.report(planCode, period, indicator, region, asOf.at(settled.of(asOf)));
    }
}
