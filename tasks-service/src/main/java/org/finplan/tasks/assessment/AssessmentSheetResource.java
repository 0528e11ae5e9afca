package org.finplan.tasks.assessment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.sheet.Sheet;
import org.jboss.resteasy.reactive.RestResponse;

/** Assessment tables, for spreadsheets. */
@Path("/api/v1/assessment-tables.csv")
@Tag(name = "Supervised matters")
@PermissionsAllowed(PermissionName.SUPERVISIONS_READ)
class AssessmentSheetResource {

    private final AssessmentService tables;

    AssessmentSheetResource(AssessmentService tables) {
        this.tables = tables;
    }

    @GET
    @Produces(Sheet.MEDIA_TYPE)
    @Operation(
            operationId = "exportAssessmentTable",
            summary = "Annual or mid-term assessment as CSV",
            description =
                    "The lines of getAssessmentTable (RFC 4180, UTF-8 with its mark), headed in Chinese or English by"
                            + " `Accept-Language`. Where a ratio has nothing to divide by stands that there are no data.")
    public RestResponse<StreamingOutput> csv(
            @QueryParam("plan")
                    @Parameter(required = true, description = AssessmentResource.PLAN, example = "zq-fin-14fyp")
                    String plan,
            @QueryParam("period") @Parameter(required = true, description = AssessmentResource.PERIOD, example = "2023")
                    String period,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        String file = plan + "-" + period;
        return AssessmentSheet.LINES.answer(
                languages,
                new LocalizedText("考核表-" + file, "assessment-" + file),
                tables.read(plan, period).lines().stream());
    }
}
