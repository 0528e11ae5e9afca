package org.finplan.risk.supervision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.institution.InstitutionError;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/supervision-records")
@Tag(name = "Supervision")
class SupervisionRecordResource {

    private final SupervisionRecordService records;

    SupervisionRecordResource(SupervisionRecordService records) {
        this.records = records;
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(with = SupervisionError.class)
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.DATES_CONTRADICT)
    @Operation(
            operationId = "correctSupervisionRecord",
            summary = "Correct a record, with the reason",
            description = "The correction is a further version; the one before stays to be read.")
    public RestResponse<SupervisionRecord> correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SupervisionRecordRequest request) {
        return answer(records.correct(id, ifMatch, request));
    }

    @POST
    @Path("{id}:withdraw")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(with = SupervisionError.class, codes = SupervisionError.Code.WITHDRAWN)
    @Operation(
            operationId = "withdrawSupervisionRecord",
            summary = "Take a record back, with the reason",
            description = "Lists no longer have it; it stays to be read by its id, with all its versions.")
    public RestResponse<SupervisionRecord> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawRecordRequest request) {
        return answer(records.withdraw(id, ifMatch, request.reason()));
    }

    private static RestResponse<SupervisionRecord> answer(SupervisionRecord record) {
        return Preconditions.changed(EntityTags.of(record.version()), record);
    }
}
