package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What happened to an entry.
 *
 * @param id its id
 * @param stages its stages in their order
 * @param versions what it said, the first version first
 */
@Schema(name = "RegisterEntryHistory")
record EntryHistoryView(UUID id, List<StageStep> stages, List<Version> versions) {

    /**
     * A stage that it came into.
     *
     * @param stage code of the stage
     * @param since since when
     * @param reason why, absent when nobody said
     * @param decidedBy body that decided, absent where none did
     * @param recordedBy who recorded it
     * @param recordedAt when
     */
    @Schema(name = "RegisterStageStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageStep(
            String stage,
            LocalDate since,
            @Nullable String reason,
            @Nullable String decidedBy,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * A version of it.
     *
     * @param version its number
     * @param said what it said
     * @param reason why it changed, absent when nobody said
     * @param recordedBy who recorded it
     * @param recordedAt when
     */
    @Schema(name = "RegisterEntryVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(int version, EntryWording said, @Nullable String reason, String recordedBy, Instant recordedAt) {}
}
