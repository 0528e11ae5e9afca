package org.finplan.indicators.withdrawal;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;

/** Takes many figures back in one transaction. */
@Path("/api/v1/observations:withdraw")
@Tag(name = "Observations")
class BulkWithdrawalResource {

    private final BulkWithdrawalService withdrawals;

    BulkWithdrawalResource(BulkWithdrawalService withdrawals) {
        this.withdrawals = withdrawals;
    }

    @POST
    @RefusesClosed
    @Refuses(
            with = ObservationError.class,
            codes = {
                ObservationError.Code.ITEMS_OUT_OF_BOUNDS,
                ObservationError.Code.FIELD_MISSING,
                ObservationError.Code.UNKNOWN_INDICATOR,
                ObservationError.Code.UNKNOWN_REGION,
                ObservationError.Code.INVALID_PERIOD,
                ObservationError.Code.REASON_REQUIRED,
                ObservationError.Code.UNKNOWN_REASON,
                ObservationError.Code.RELEASED_IN_FUTURE,
                ObservationError.Code.WITHDRAWN_BEFORE_RELEASED,
                ObservationError.Code.SELECTION_CHANGED
            })
    @PermissionsAllowed(PermissionName.FIGURES_REPORT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "withdrawObservations",
            summary = "Takes the figures of a series, a source or a release back, all or none.",
            description =
                    "First with dryRun=true: it says how many figures there are and lists the first. This number goes"
                            + " into figures; when others came or went meanwhile, nothing is taken back. Each withdrawal is a"
                            + " version; what formulas give and what is judged follows.")
    public BulkWithdrawal withdraw(
            BulkWithdrawalRequest request,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(
                            example = "true",
                            description = "true: says what would be taken back and stores nothing.")
                    boolean dryRun) {
        return withdrawals.withdraw(request, dryRun);
    }
}
