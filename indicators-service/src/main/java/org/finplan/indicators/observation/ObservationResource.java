package org.finplan.indicators.observation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.Language;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.web.time.AsOf;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes reports of figures, shows single observations with all their versions, and withdraws them. */
@Path("/api/v1/observations")
@Tag(name = "Observations")
class ObservationResource {

    /** Everything that is known. Versions whose clock is a little ahead of this one are committed all the same. */
    private static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    private final ReportService reports;
    private final ObservationRepository repository;
    private final ObservationRecorder recorder;
    private final RegionScope scope;
    private final Caller caller;
    private final AuditTrail audit;

    ObservationResource(
            ReportService reports,
            ObservationRepository repository,
            ObservationRecorder recorder,
            RegionScope scope,
            Caller caller,
            AuditTrail audit) {
        this.reports = reports;
        this.repository = repository;
        this.recorder = recorder;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * An observation with all its versions.
     *
     * @param id id of the observation
     * @param current the newest version
     * @param versions all versions from the first on
     */
    @Schema(name = "ObservationHistory")
    record History(UUID id, ObservationView current, List<ObservationView> versions) {}

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
                ObservationError.Code.ITEMS_OUT_OF_BOUNDS,
                ObservationError.Code.ITEMS_REJECTED,
                ObservationError.Code.FIELD_MISSING,
                ObservationError.Code.UNKNOWN_INDICATOR,
                ObservationError.Code.UNKNOWN_REGION,
                ObservationError.Code.UNKNOWN_UNIT,
                ObservationError.Code.UNIT_OF_ANOTHER_KIND,
                ObservationError.Code.UNKNOWN_KIND,
                ObservationError.Code.UNKNOWN_STATUS,
                ObservationError.Code.UNKNOWN_REASON,
                ObservationError.Code.INVALID_PERIOD,
                ObservationError.Code.PERIOD_NOT_FOR_INDICATOR,
                ObservationError.Code.VALUE_NOT_POSSIBLE,
                ObservationError.Code.REASON_REQUIRED,
                ObservationError.Code.DUPLICATE_ITEM
            })
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

    @GET
    @Path("/{id}")
    @PermissionsAllowed(PermissionName.FIGURES_READ)
    @Operation(
            operationId = "getObservation",
            summary = "Reads an observation with all its versions.",
            description = "The first version first. Each says why it followed the one before and when it was recorded.")
    public RestResponse<History> get(
            @PathParam("id") UUID id, @BeanParam AsOf asOf, @HeaderParam("If-None-Match") String ifNoneMatch) {
        List<Observation> versions = versions(id, asOf.orElse(NOW));
        Observation current = versions.get(versions.size() - 1);
        History history = new History(
                id,
                ObservationView.of(current),
                versions.stream().map(ObservationView::of).toList());
        return Preconditions.answer(ifNoneMatch, EntityTags.of(current.version()), history);
    }

    @POST
    @Path("/{id:[^/:]+}:withdraw")
    @Refuses(
            with = ObservationError.class,
            codes = {ObservationError.Code.REASON_REQUIRED, ObservationError.Code.UNKNOWN_REASON, ObservationError.Code.ALREADY_WITHDRAWN})
    @PermissionsAllowed(PermissionName.FIGURES_REPORT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "withdrawObservation",
            summary = "Takes a figure back. The withdrawal is a version; what was known before stays readable.",
            description =
                    "Attainment is judged anew. Another figure may be reported later; it becomes a further version.")
    public RestResponse<ObservationView> withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Withdrawal withdrawal) {
        ObservationKey key = versions(id, NOW).get(0).key();
        scope.requireWritable(key.region());
        recorder.lock(List.of(key));
        List<Observation> versions = versions(id, NOW);
        Observation current = versions.get(versions.size() - 1);
        Preconditions.requireMatch(ifMatch, EntityTags.of(current.version()));
        String sent = withdrawal == null ? null : withdrawal.reason();
        RevisionReason reason = RevisionReason.find(sent == null ? "" : sent).orElseThrow(() -> reasonNeeded(sent));
        if (current.withdrawn()) {
            throw new ProblemException(
                    ObservationError.ALREADY_WITHDRAWN,
                    new LocalizedText("该数据已撤回。", "The figure was withdrawn already."));
        }
        Observation version = recorder.withdraw(current, reason, caller.subject());
        audit.record("observation.withdraw", "/api/v1/observations/" + id, key.region(), reason.code());
        return RestResponse.ResponseBuilder.ok(ObservationView.of(version))
                .header("ETag", EntityTags.of(version.version()))
                .build();
    }

    private List<Observation> versions(UUID id, Instant asOf) {
        List<Observation> versions = repository.versions(id, asOf);
        if (versions.isEmpty()
                || !scope.readable().contains(versions.get(0).key().region())) {
            throw new ProblemException(
                    WebError.NOT_FOUND, new LocalizedText("没有数据 " + id + "。", "There is no observation " + id + "."));
        }
        return versions;
    }

    private static ProblemException reasonNeeded(String sent) {
        ObservationError code = sent == null ? ObservationError.REASON_REQUIRED : ObservationError.UNKNOWN_REASON;
        return new ProblemException(
                code,
                code.title(),
                List.of(new ProblemError("/reason", sent, code.code(), code.title(), RevisionReason.codes())));
    }
}
