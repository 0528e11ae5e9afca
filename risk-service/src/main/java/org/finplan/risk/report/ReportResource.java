package org.finplan.risk.report;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.list.CodeParameter;

/** Takes reports of institutions. */
@Path("/api/v1/institution-reports")
@Tag(name = "Institution reports")
class ReportResource {

    private final ReportService reports;

    ReportResource(ReportService reports) {
        this.reports = reports;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, TableReader.MEDIA_TYPE})
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REPORT)
    @Refuses(with = ReportError.class)
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.UNKNOWN_INSTITUTION)
    @Operation(
            operationId = "reportInstitutions",
            summary = "Report metrics of institutions",
            description =
                    "One item for each institution and period, one or many at once, or a table (text/csv) with a row"
                            + " for each and a column for each metric. The same value again is unchanged."
                            + " Another value needs a reason and becomes a new version. An atomic report with a fault is answered"
                            + " with a problem and stores nothing; with mode=partial the good items are stored and each fault is"
                            + " named in errors. Identities that the figures break are warnings, and are kept with the report.")
    public BulkReport report(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = ReportRequest.class)),
                                @Content(
                                        mediaType = TableReader.MEDIA_TYPE,
                                        schema = @Schema(type = SchemaType.STRING),
                                        example = TableReader.EXAMPLE)
                            })
                    ReportRequest report,
            @QueryParam("mode")
                    @DefaultValue("atomic")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"atomic", "partial"}),
                            description = "atomic: all items or none; partial: the good ones.")
                    String mode,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "true: says what would become of the items and stores nothing.")
                    boolean dryRun,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String type,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        return reports.take(
                report.sent(type != null && type.startsWith(TableReader.MEDIA_TYPE)),
                CodeParameter.of("mode", mode, ReportMode::find, ReportMode.CODES),
                dryRun,
                Language.prefersEnglish(language));
    }
}
