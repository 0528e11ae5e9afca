package org.finplan.tasks.baseline;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * An instant of a plan that got a name. It is never changed.
 *
 * @param id its id
 * @param plan plan code
 * @param name what it is called
 * @param at the instant
 * @param note why it was named, or null
 * @param createdBy who named it
 * @param createdAt when
 */
@Schema(name = "Baseline")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Baseline(
        UUID id,
        String plan,
        LocalizedText name,
        Instant at,
        @Nullable String note,
        String createdBy,
        Instant createdAt) {

    String path() {
        return "/api/v1/baselines/" + id;
    }
}
