package org.finplan.risk.supervision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.risk.institution.InstitutionError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/institutions")
@Tag(name = "Supervision")
class SupervisionEntryResource {

    private final SupervisionRecordService records;

    SupervisionEntryResource(SupervisionRecordService records) {
        this.records = records;
    }

    @POST
    @Path("{uscc}/supervision-records")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = SupervisionError.class,
            codes = {
                SupervisionError.Code.UNKNOWN_CHANNEL,
                SupervisionError.Code.UNKNOWN_MODE,
                SupervisionError.Code.UNKNOWN_PARTY,
                SupervisionError.Code.ACCOUNT_NUMBER
            })
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.DATES_CONTRADICT)
    @Operation(
            operationId = "enterSupervisionRecord",
            summary = "Enter what supervision found",
            description = "A note of work off line stands in the history at its own day, with the time it was entered"
                    + " beside it. A record with a party is a signal of it.")
    public RestResponse<SupervisionRecord> enter(
            @PathParam("uscc") String uscc, @NotNull @Valid SupervisionRecordRequest request) {
        SupervisionRecord record = records.enter(uscc, request);
        return RestResponse.ResponseBuilder.<SupervisionRecord>created(URI.create(SupervisionRecord.path(record.id())))
                .entity(record)
                .header(HttpHeaders.ETAG, EntityTags.of(record.version()))
                .build();
    }
}
