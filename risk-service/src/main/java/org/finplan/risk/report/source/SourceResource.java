package org.finplan.risk.report.source;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;

@Path("/api/v1/institutions")
@Tag(name = "Institution reports")
class SourceResource {

    private final ReportSources sources;

    SourceResource(ReportSources sources) {
        this.sources = sources;
    }

    @PUT
    @Path("{uscc}/report-sources/{source}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(with = SourceError.class)
    @Operation(
            operationId = "setReportSource",
            summary = "Say how a source delivers for an institution",
            description =
                    "In real time or by periods, and after how many days it is late. Said again, the last one holds.")
    public SourceView set(
            @PathParam("uscc") String uscc,
            @PathParam("source") @Parameter(description = "Code of the source.", example = "institution") String source,
            @NotNull @Valid SourceRequest request) {
        return sources.set(uscc, source, request);
    }
}
