package org.finplan.indicators.reporting;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;

/** Takes reports of figures. */
@Path("/api/v1/observations")
@Tag(name = "Observations")
class ReportResource {

    private final ReportService reports;

    ReportResource(ReportService reports) {
        this.reports = reports;
    }

    @POST
    @RefusesClosed
    @RefusesFigures
    @Refuses(with = ObservationError.class, codes = ObservationError.Code.REASON_REQUIRED)
    @PermissionsAllowed(PermissionName.FIGURES_REPORT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "reportObservations",
            summary = "Reports figures: new ones, revisions with a reason, and what is there already.",
            description = "The same value again is unchanged. Another value needs a reason and becomes a new version."
                    + " An atomic report with a fault is answered with a problem and stores nothing. With mode=partial the"
                    + " good items are stored, and each that cannot be read or breaks a rule is named in errors.")
    public BulkReport report(
            ObservationReport report,
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
            @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        return reports.take(
                report,
                mode.equals("partial") ? ReportService.Mode.PARTIAL : ReportService.Mode.ATOMIC,
                dryRun,
                Language.prefersEnglish(language));
    }
}
