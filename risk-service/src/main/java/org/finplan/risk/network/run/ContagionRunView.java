package org.finplan.risk.network.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.web.precondition.EntityTags;

/**
 * A contagion run. The same network and parameters give the same bits, at once or as a job, on any number of threads.
 *
 * @param id id
 * @param state queued, running, finished, cancelled or failed; finished at once in a small network
 * @param progress share of it that is done: 0 while it waits, 1 when it is finished; absent while it is running, since nobody knows
 *     beforehand how many rounds it takes, and when it has ended without a result
 * @param network network in which it runs
 * @param parameters what was asked, with what was filled in
 * @param result what came of it; absent while it is not finished
 * @param runBy who asked
 * @param runAt when
 * @param finishedAt when it ended; absent while it has not
 */
@Schema(name = "ContagionRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContagionRunView(
        UUID id,
        String state,
        @Nullable Double progress,
        UUID network,
        Map<String, Object> parameters,
        @Nullable ContagionResult result,
        String runBy,
        Instant runAt,
        @Nullable Instant finishedAt) {

    /** {@return its ETag, which changes with its state} */
    @JsonIgnore
    @Schema(hidden = true)
    String tag() {
        return EntityTags.of(id.toString(), state);
    }

    String path() {
        return "/api/v1/contagion-runs/" + id;
    }
}
