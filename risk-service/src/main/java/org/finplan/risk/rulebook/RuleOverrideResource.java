package org.finplan.risk.rulebook;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.rulebook.content.RuleError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/rule-overrides")
@Tag(name = "Rules")
class RuleOverrideResource {

    private final RuleOverrideService overrides;

    RuleOverrideResource(RuleOverrideService overrides) {
        this.overrides = overrides;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_PUBLISH)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = RuleError.class,
            codes = {RuleError.Code.OVERRIDE_LOOSER, RuleError.Code.UNKNOWN_RULE, RuleError.Code.INVALID})
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.UNKNOWN_INSTITUTION)
    @Operation(
            operationId = "overrideRule",
            summary = "Set a stricter limit for a region or an institution",
            description =
                    "Figures from its first day on are judged by it. A limit that an authority sets for one institution names it."
                            + " 422 override-looser names the limit of the rule.")
    public RestResponse<RuleOverrideView> write(@NotNull @Valid RuleOverrideRequest override) {
        return RestResponse.status(RestResponse.Status.CREATED, overrides.write(override));
    }
}
