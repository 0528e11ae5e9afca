package org.finplan.risk.report.schema;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

@Path("/api/v1/metric-schemas")
@Tag(name = "Institution reports")
class MetricSchemaResource {

    private final MetricSchemas schemas;

    MetricSchemaResource(MetricSchemas schemas) {
        this.schemas = schemas;
    }

    @GET
    @Path("{kind}")
    @PermissionsAllowed(PermissionName.METRIC_SCHEMAS_READ)
    @Operation(
            operationId = "getMetricSchema",
            summary = "What institutions of a kind report",
            description =
                    "Each metric with its unit and sign; derived ones are not reported, they follow by their formula.")
    public MetricSchema get(
            @PathParam("kind") @Parameter(description = "Code of a kind.", example = "microloan") String kind) {
        return schemas.of(kind).orElseThrow(() -> unknown(kind));
    }

    private ProblemException unknown(String kind) {
        LocalizedText text = new LocalizedText("没有机构类别 " + kind + "。", "There is no kind " + kind + ".");
        return new ProblemException(
                WebError.NOT_FOUND,
                text,
                List.of(new ProblemError("path:kind", kind, WebError.NOT_FOUND.code(), text, schemas.kinds())));
    }
}
