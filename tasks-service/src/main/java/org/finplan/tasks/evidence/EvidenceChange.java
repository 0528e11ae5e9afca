package org.finplan.tasks.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a cited observation, or that the reporter stood by the claim.
 *
 * @param observation id of the observation
 * @param evidenceState the state since then
 * @param version newest version of the observation then
 * @param at when it was learned or confirmed
 * @param event id of the event that told it, or null
 * @param by who confirmed it, or null
 * @param note what the reporter said, or null
 */
@Schema(name = "EvidenceChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceChange(
        UUID observation,
        EvidenceState evidenceState,
        int version,
        Instant at,
        @Nullable UUID event,
        @Nullable String by,
        @Nullable String note) {}
