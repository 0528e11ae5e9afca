package org.finplan.risk.network.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contagion run in a list, without what was asked and what came of it, which may be large.
 *
 * @param id id
 * @param state queued, running, finished, cancelled or failed
 * @param progress share of it that is done: 0 while it waits, 1 when it is finished; absent otherwise
 * @param network network in which it runs
 * @param method how distress spreads
 * @param runBy who asked
 * @param runAt when
 * @param finishedAt when it ended; absent while it has not
 */
@Schema(name = "ContagionRunSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContagionRunSummary(
        UUID id,
        String state,
        @Nullable Double progress,
        UUID network,
        String method,
        String runBy,
        Instant runAt,
        @Nullable Instant finishedAt) {}
