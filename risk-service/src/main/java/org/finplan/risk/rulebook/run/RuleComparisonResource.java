package org.finplan.risk.rulebook.run;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;

@Path("/api/v1/rules")
@Tag(name = "Rules")
class RuleComparisonResource {

    private final RuleComparisonService comparisons;

    RuleComparisonResource(RuleComparisonService comparisons) {
        this.comparisons = comparisons;
    }

    @GET
    @Path("{code}/comparison")
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "compareRule",
            summary = "Who another version of a rule would warn more, and who less",
            description =
                    "The version on its way beside the one in force, on all that the caller sees of what was reported until now.")
    public RuleComparison compare(
            @PathParam("code") @Parameter(description = "Code of the rule.", example = "ML-01") String code) {
        return comparisons.compare(code);
    }
}
