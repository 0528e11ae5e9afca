package org.finplan.risk.institution;

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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/institutions")
@Tag(name = "Institutions")
class InstitutionResource {

    private final InstitutionService register;

    InstitutionResource(InstitutionService register) {
        this.register = register;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = InstitutionError.class,
            codes = {
                InstitutionError.Code.EXISTS,
                InstitutionError.Code.INVALID_USCC,
                InstitutionError.Code.CHECK_DIGIT,
                InstitutionError.Code.UNKNOWN_KIND,
                InstitutionError.Code.UNKNOWN_STATUS,
                InstitutionError.Code.UNKNOWN_REGION,
                InstitutionError.Code.DATES_CONTRADICT
            })
    @Operation(
            operationId = "registerInstitution",
            summary = "Register an institution",
            description =
                    "A credit code whose check digit does not fit is taken with usccException only, which stands in"
                            + " the register as the reason.")
    public RestResponse<InstitutionView> register(@NotNull @Valid InstitutionRequest request) {
        Institution institution = register.register(request);
        return RestResponse.ResponseBuilder.<InstitutionView>created(URI.create(Institution.path(institution.uscc())))
                .entity(InstitutionView.of(institution))
                .header(HttpHeaders.ETAG, EntityTags.of(institution.version()))
                .build();
    }

    @PUT
    @Path("{uscc}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(
            with = InstitutionError.class,
            codes = {
                InstitutionError.Code.UNKNOWN_KIND,
                InstitutionError.Code.UNKNOWN_REGION,
                InstitutionError.Code.DATES_CONTRADICT
            })
    @Operation(
            operationId = "reviseInstitution",
            summary = "Change name, kind, region and licence of an institution",
            description =
                    "What is left out is no more. The status is changed by its own operation, since it has dates.")
    public RestResponse<InstitutionView> revise(
            @PathParam("uscc") String uscc,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid InstitutionRevisionRequest request) {
        return answer(register.revise(uscc, ifMatch, request));
    }

    @POST
    @Path("{uscc}:change-status")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(
            with = InstitutionError.class,
            codes = {
                InstitutionError.Code.STATUS_FINAL,
                InstitutionError.Code.UNKNOWN_STATUS,
                InstitutionError.Code.DATES_CONTRADICT
            })
    @Operation(
            operationId = "changeInstitutionStatus",
            summary = "Record the next status of an institution",
            description =
                    "It begins no earlier than the one before, which stays in the history. After cancelled follows"
                            + " nothing.")
    public RestResponse<InstitutionView> changeStatus(
            @PathParam("uscc") String uscc,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid StatusChangeRequest request) {
        return answer(register.changeStatus(uscc, ifMatch, request));
    }

    private static RestResponse<InstitutionView> answer(Institution institution) {
        return Preconditions.changed(EntityTags.of(institution.version()), InstitutionView.of(institution));
    }
}
