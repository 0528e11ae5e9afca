package org.finplan.indicators.revision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.HistoryPage;
import org.finplan.indicators.observation.HistoryQuery;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.reading.KnowledgeParameters;
import org.finplan.indicators.reading.PeriodRange;
import org.finplan.indicators.reading.SeriesScope;
import org.finplan.indicators.release.ReleaseTitles;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;

/** Shows how the figures of a series were revised. */
@Path("/api/v1/indicators/{code}/revisions")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Observations")
class RevisionResource {

    /** A page has at most as many columns as versions, so its size grows with the square of this. A row is never cut. */
    private static final int MOST_VERSIONS = 1_000;

    private final SeriesScope scope;
    private final Observations values;
    private final SettledTime settled;
    private final ReleaseTitles releases;
    private final Definitions definitions;

    RevisionResource(
            SeriesScope scope,
            Observations values,
            SettledTime settled,
            ReleaseTitles releases,
            Definitions definitions) {
        this.definitions = definitions;
        this.scope = scope;
        this.values = values;
        this.settled = settled;
        this.releases = releases;
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
     * @param nextCursor where to go on with further periods, null at the end
     */
    record Revisions(
            String indicator,
            String region,
            String kind,
            @Nullable String unit,
            Instant asOf,
            RevisionTriangle triangle,
            @Nullable String nextCursor) {}

    @GET
    @Operation(
            operationId = "getRevisions",
            summary = "Reads the revision triangle of a series: values by period and by when they became known.",
            description =
                    "Also the mean revision, with and without signs. A series with more than 1,000 versions comes in"
                            + " pages of whole rows: page on with cursor until nextCursor is null, with asOf if all pages are to be"
                            + " known at one instant. Each page is a triangle of its own rows: its vintages are those at which one"
                            + " of them became known, and its means are theirs. A page ends before its rows have more than 1,000"
                            + " versions together, though never before the first row.")
    public Revisions get(
            @PathParam("code") @Parameter(description = "Indicator or series code.", example = "green-credit")
                    String code,
            @QueryParam("region") @Parameter(required = true, description = "Region code.", example = "441200")
                    String region,
            @QueryParam("kind") @Parameter(description = "Kind of figure; when absent what is usual for the series.")
                    String kind,
            @BeanParam PeriodRange range,
            @BeanParam KnowledgeParameters asOf,
            @BeanParam RowParameters page) {
        SeriesDefinition series = scope.series(code, region);
        if (region == null) {
            throw ProblemException.invalidParameter("region", null, scope.regions(null));
        }
        ObservationKind meant = scope.kind(series.code(), kind);
        Knowledge known = asOf.at(settled.of(asOf));
        HistoryPage histories = values.histories(new HistoryQuery(
                series.code(),
                scope.regions(region),
                meant,
                range.first(),
                range.last(),
                known,
                page.after().map(keys -> position(keys, page)),
                page.limit(),
                MOST_VERSIONS));
        List<Observation> versions = histories.versions();
        return new Revisions(
                series.code(),
                region,
                meant.code(),
                versions.isEmpty() ? null : versions.get(0).figure().unit(),
                known.asOf(),
                RevisionTriangle.of(versions, known.axis(), labels(versions), definitions),
                histories.last().map(last -> page.cursor(last.keys())).orElse(null));
    }

    private Map<UUID, String> labels(List<Observation> versions) {
        return releases.of(versions.stream()
                .map(version -> version.publication().release())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private static HistoryQuery.Position position(List<String> keys, RowParameters page) {
        try {
            return new HistoryQuery.Position(LocalDate.parse(keys.get(0)), LocalDate.parse(keys.get(1)), keys.get(2));
        } catch (IndexOutOfBoundsException | DateTimeException foreign) {
            throw Cursor.invalid(page.cursor(keys.toArray(String[]::new)));
        }
    }
}
