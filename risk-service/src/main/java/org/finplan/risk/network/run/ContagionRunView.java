package org.finplan.risk.network.run;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contagion that was run. It is never changed: the same network and parameters give the same bits, on any number of
 * threads.
 *
 * @param id id
 * @param state finished: what a network may have is small enough to be answered at once
 * @param network network in which it ran
 * @param parameters what was asked, with what was filled in
 * @param result what came of it
 * @param runBy who asked
 * @param runAt when
 */
@Schema(name = "ContagionRun")
record ContagionRunView(
        UUID id,
        String state,
        UUID network,
        Map<String, Object> parameters,
        ContagionResult result,
        String runBy,
        Instant runAt) {

    static final String FINISHED = "finished";
}
