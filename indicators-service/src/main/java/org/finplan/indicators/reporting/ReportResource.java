package org.finplan.indicators.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.reading.ObservationView;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes reports of figures, and withdrawals of single ones. */
@Path("/api/v1/observations")
@Tag(name = "Observations")
class ReportResource {

    private final ReportService reports;
    private final WithdrawalService withdrawals;

    ReportResource(ReportService reports, WithdrawalService withdrawals) {
        this.reports = reports;
        this.withdrawals = withdrawals;
    }

    /**
     * Why a figure is taken back.
     *
     * @param reason routine, correction, census, scope-change or definition-change
     */
    record Withdrawal(
            @Schema(required = true, examples = "correction")
            String reason) {}

    @POST
    @Refuses(
            with = ObservationError.class,
            codes = {
                "items-out-of-bounds",
                "items-rejected",
                "field-missing",
                "unknown-indicator",
                "unknown-region",
                "unknown-unit",
                "unit-of-another-kind",
                "unknown-kind",
                "unknown-status",
                "unknown-reason",
                "invalid-period",
                "period-not-for-indicator",
                "value-not-possible",
                "reason-required",
                "duplicate-item"
            })
    @RolesAllowed({Roles.CITY_ADMIN, Roles.CITY_OFFICER, Roles.DISTRICT_OFFICER, Roles.INTEGRATOR})
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

    @POST
    @Path("/{id:[^/:]+}:withdraw")
    @Refuses(
            with = ObservationError.class,
            codes = {"reason-required", "unknown-reason", "already-withdrawn"})
    @RolesAllowed({Roles.CITY_ADMIN, Roles.CITY_OFFICER, Roles.DISTRICT_OFFICER, Roles.INTEGRATOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "withdrawObservation",
            summary = "Takes a figure back. The withdrawal is a version; what was known before stays readable.",
            description =
                    "Attainment is judged anew. Another figure may be reported later; it becomes a further version.")
    public RestResponse<ObservationView> withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Withdrawal withdrawal) {
        Observation version = withdrawals.withdraw(id, ifMatch, withdrawal == null ? null : withdrawal.reason());
        return RestResponse.ResponseBuilder.ok(ObservationView.of(version))
                .header("ETag", EntityTags.of(version.version()))
                .build();
    }
}
