package org.finplan.tasks.assessment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;

/** Assessment tables, for programs. */
@Path("/api/v1/assessment-tables")
@Tag(name = "Supervised matters")
@PermissionsAllowed(PermissionName.SUPERVISIONS_READ)
class AssessmentResource {

    static final String PLAN = "Plan code.";
    static final String PERIOD = "A year of the plan, or mid-term for the first half of its term.";

    private final AssessmentService tables;

    AssessmentResource(AssessmentService tables) {
        this.tables = tables;
    }

    @GET
    @Operation(
            operationId = "getAssessmentTable",
            summary = "Annual or mid-term assessment by unit and region",
            description =
                    "Tasks of a plan by verified state, those due in the period on time or late, and what supervision counted:"
                            + " counts, and the ratios that follow from them. A leaf counts in each region that it names, in the city"
                            + " when it names none. At most 2,000 lines.")
    public AssessmentTableView table(
            @QueryParam("plan") @Parameter(required = true, description = PLAN, example = "zq-fin-14fyp") String plan,
            @QueryParam("period") @Parameter(required = true, description = PERIOD, example = "2023") String period) {
        return tables.read(plan, period);
    }
}
