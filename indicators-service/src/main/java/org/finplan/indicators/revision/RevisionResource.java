package org.finplan.indicators.revision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.reading.SeriesScope;
import org.finplan.indicators.reading.VintageRange;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.time.AsOf;

/** Shows how the figures of a series were revised. */
@Path("/api/v1/indicators/{code}/revisions")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Observations")
class RevisionResource {

    /** A triangle has as many columns as instants, so its size grows with the square of this. */
    private static final int MOST_VERSIONS = 1_000;

    private final SeriesScope scope;
    private final Observations values;
    private final SettledTime settled;

    RevisionResource(SeriesScope scope, Observations values, SettledTime settled) {
        this.scope = scope;
        this.values = values;
        this.settled = settled;
    }

    /**
     * The revisions of a series.
     *
     * @param indicator series code
     * @param region region code
     * @param kind kind of figure
     * @param unit unit code, null without figures
     * @param asOf the answer as it was known then
     * @param triangle values by period and vintage
     */
    record Revisions(
            String indicator,
            String region,
            String kind,
            @Nullable String unit,
            Instant asOf,
            RevisionTriangle triangle) {}

    @GET
    @Operation(
            operationId = "getRevisions",
            summary = "Reads the revision triangle of a series: values by period and by when they became known.",
            description = "Also the mean revision, with and without signs.")
    public Revisions get(
            @PathParam("code") @Parameter(description = "Indicator or series code.", example = "green-credit")
                    String code,
            @QueryParam("region") @Parameter(required = true, description = "Region code.", example = "441200")
                    String region,
            @QueryParam("kind") @Parameter(description = "Kind of figure; when absent what is usual for the series.")
                    String kind,
            @BeanParam VintageRange range,
            @BeanParam AsOf asOf) {
        SeriesDefinition series = scope.series(code);
        if (region == null) {
            throw ProblemException.invalidParameter("region", null, scope.regions(null));
        }
        ObservationKind meant = scope.kind(series.code(), kind);
        Instant instant = settled.of(asOf);
        List<Observation> versions = versions(series, region, meant, range, instant);
        String unit = versions.isEmpty() ? null : versions.get(0).figure().unit();
        return new Revisions(
                series.code(), region, meant.code(), unit, instant, RevisionTriangle.of(versions, range.axis()));
    }

    private List<Observation> versions(
            SeriesDefinition series, String region, ObservationKind kind, VintageRange range, Instant instant) {
        List<Observation> versions = values.read(
                series.code(),
                scope.regions(region),
                List.of(kind),
                range.first(),
                range.last(),
                instant,
                range.axis(),
                true,
                MOST_VERSIONS);
        if (versions.size() > MOST_VERSIONS) {
            throw ProblemException.invalidParameter("from", null, List.of("<= " + MOST_VERSIONS));
        }
        return versions;
    }
}
