package org.finplan.indicators.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.table.PackageSchemas;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

/** The schemas that plan packages are written by, the same that the check holds them against. */
@Path("/api/v1/public/plan-package-schemas")
@Tag(name = "Public")
@PermissionsAllowed(PermissionName.PLAN_SCHEMAS_READ)
class PlanSchemaResource {

    private static final int FRESH_SECONDS = 3_600;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;

    PlanSchemaResource(ObjectMapper json) {
        this.json = json;
    }

    @GET
    @Path("/{file}")
    @Cache(maxAge = FRESH_SECONDS)
    @Operation(
            operationId = "getPlanPackageSchema",
            summary = "Reads the JSON Schema of a file of plan packages.",
            description =
                    "Open to everybody, without a token, so that an editor can read it. The schemas refer to one another"
                            + " by their names, which lead to the same place.")
    public RestResponse<Map<String, Object>> get(
            @PathParam("file") @Parameter(description = "Name of the schema.", example = "indicators.schema.json")
                    String file,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        JsonNode schema = PackageSchemas.find(file).orElseThrow(() -> unknown(file));
        return Preconditions.answer(ifNoneMatch, EntityTags.of(schema.toString()), json.convertValue(schema, OBJECT));
    }

    private static ProblemException unknown(String file) {
        String names = String.join(", ", PackageSchemas.names());
        return new ProblemException(
                WebError.NOT_FOUND,
                new LocalizedText(
                        "没有模式文件 " + file + "；可用：" + names + "。",
                        "There is no schema " + file + "; there are " + names + "."));
    }
}
