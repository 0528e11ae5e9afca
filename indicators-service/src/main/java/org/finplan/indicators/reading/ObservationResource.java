package org.finplan.indicators.reading;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows single figures with all their versions. */
@Path("/api/v1/observations")
@Tag(name = "Observations")
class ObservationResource {

    private final ReadableObservations observations;
    private final SettledTime settled;
    private final Definitions definitions;

    ObservationResource(ReadableObservations observations, SettledTime settled, Definitions definitions) {
        this.definitions = definitions;
        this.observations = observations;
        this.settled = settled;
    }

    /**
     * An observation with all its versions.
     *
     * @param id id of the observation
     * @param current the newest version
     * @param versions all versions from the first on, on the axis asked for
     */
    @Schema(name = "ObservationHistory")
    record History(UUID id, ObservationView current, List<ObservationView> versions) {}

    @GET
    @Path("/{id}")
    @PermissionsAllowed(PermissionName.FIGURES_READ)
    @Operation(
            operationId = "getObservation",
            summary = "Reads an observation with all its versions.",
            description =
                    "The first version first. Each says why it followed the one before and when it was recorded. With"
                            + " axis=released they come in the order of their release, and the last released one is the current one.")
    public RestResponse<History> get(
            @PathParam("id") UUID id,
            @BeanParam KnowledgeParameters asOf,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        List<Observation> versions = observations.versions(id, asOf.at(settled.of(asOf, () -> RecordingTime.END)));
        Observation current = versions.get(versions.size() - 1);
        History history = new History(
                id,
                ObservationView.of(current, definitions),
                versions.stream()
                        .map(version -> ObservationView.of(version, definitions))
                        .toList());
        // What was released before others yet recorded after them changes the answer, and not always what is current.
        int recordedLast =
                versions.stream().mapToInt(Observation::version).max().orElseThrow();
        return Preconditions.answer(ifNoneMatch, EntityTags.of(recordedLast), history);
    }
}
