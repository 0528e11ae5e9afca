package org.finplan.indicators.reading;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.ReplicaPosition;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.time.AsOf;

/** Reads the figures of all series in the order in which they became known, for those who keep a copy. */
@Path("/api/v1/observations")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Observations")
class ReplicaResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final SeriesScope scope;
    private final PlanRegister register;
    private final Observations observations;
    private final SettledTime settled;
    private final Definitions definitions;

    ReplicaResource(
            SeriesScope scope,
            PlanRegister register,
            Observations observations,
            SettledTime settled,
            Definitions definitions) {
        this.definitions = definitions;
        this.scope = scope;
        this.register = register;
        this.observations = observations;
        this.settled = settled;
    }

    /**
     * A part of what became known.
     *
     * @param items versions in the order in which they became known; one with withdrawn=true is a tombstone
     * @param nextCursor where to go on now; null at the end
     * @param resumeAfter updatedAfter of the next round: nothing is missed, and nothing comes twice
     */
    @Schema(name = "ObservationChanges")
    record Changes(List<ObservationView> items, @Nullable String nextCursor, Instant resumeAfter) {}

    @GET
    @Operation(
            operationId = "listObservations",
            summary = "Reads every version of every series that became known after an instant, for replicas.",
            description =
                    "Page on with cursor until nextCursor is null; ask again later with updatedAfter=resumeAfter: nothing is"
                            + " missed, and nothing comes twice.")
    public Changes list(
            @QueryParam("updatedAfter")
                    @Parameter(
                            description = "Only what became known after this instant; all when absent.",
                            example = "2026-01-31T16:00:00Z",
                            schema = @Schema(format = "date-time"))
                    Instant updatedAfter,
            @QueryParam("indicator") @Parameter(description = "Series code; all when absent.", example = "green-credit")
                    String indicator,
            @QueryParam("region") @Parameter(description = "Region code; all readable ones when absent.") String region,
            @BeanParam AsOf asOf,
            @BeanParam PageParameters page) {
        // What is not settled yet comes with the next round, as a whole.
        Instant instant = settled.of(asOf, settled::latest);
        SeriesParameters.checkOrder(instant, updatedAfter);
        List<String> indicators = indicator == null
                ? register.series().all().stream().map(SeriesDefinition::code).toList()
                : List.of(scope.series(indicator, null).code());
        ReplicaPosition after = page.after()
                .map(keys -> position(keys, page))
                .orElse(new ReplicaPosition(
                        updatedAfter == null ? Instant.EPOCH : updatedAfter.plusNanos(1_000), FIRST, 0));
        Page<Observation> read = Page.of(
                observations.known(after, instant, scope.regions(region), indicators, page.limit()),
                page.limit(),
                row -> page.cursor(row.knownAt().toString(), row.id().toString(), Integer.toString(row.version())),
                null);
        return new Changes(
                read.items().stream()
                        .map(version -> ObservationView.of(version, definitions))
                        .toList(),
                read.nextCursor(),
                instant);
    }

    private static ReplicaPosition position(List<String> keys, PageParameters page) {
        try {
            return new ReplicaPosition(
                    Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)), Integer.parseInt(keys.get(2)));
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException foreign) {
            throw Cursor.invalid(page.cursor(keys.toArray(String[]::new)));
        }
    }
}
