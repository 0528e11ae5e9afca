package org.finplan.indicators.withdrawal;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.indicators.reading.ObservationView;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes a single figure back. */
@Path("/api/v1/observations/{id:[^/:]+}:withdraw")
@Tag(name = "Observations")
class WithdrawalResource {

    private final WithdrawalService withdrawals;
    private final Definitions definitions;

    WithdrawalResource(WithdrawalService withdrawals, Definitions definitions) {
        this.definitions = definitions;
        this.withdrawals = withdrawals;
    }

    @POST
    @RefusesClosed
    @Refuses(
            with = ObservationError.class,
            codes = {
                ObservationError.Code.REASON_REQUIRED,
                ObservationError.Code.UNKNOWN_REASON,
                ObservationError.Code.RELEASED_IN_FUTURE,
                ObservationError.Code.WITHDRAWN_BEFORE_RELEASED,
                ObservationError.Code.ALREADY_WITHDRAWN
            })
    @PermissionsAllowed(PermissionName.FIGURES_REPORT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "withdrawObservation",
            summary = "Takes a figure back. The withdrawal is a version; what was known before stays readable.",
            description =
                    "Attainment is judged anew. Another figure may be reported later; it becomes a further version.")
    public RestResponse<ObservationView> withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Withdrawal withdrawal) {
        Observation version =
                withdrawals.withdraw(id, ifMatch, withdrawal == null ? new Withdrawal(null, null) : withdrawal);
        return RestResponse.ResponseBuilder.ok(ObservationView.of(version, definitions))
                .header("ETag", EntityTags.of(version.version()))
                .build();
    }
}
