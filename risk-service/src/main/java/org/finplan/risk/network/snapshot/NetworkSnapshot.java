package org.finplan.risk.network.snapshot;

import java.time.Instant;
import java.util.UUID;

/**
 * A network as it is stored.
 *
 * @param id id
 * @param region city that it belongs to
 * @param content what it consists of
 * @param parallel edges beyond the first between the same two firms; their amounts are summed
 * @param notInForce edges that had ended before the day that it shows or begin after it; they were left out
 * @param recordedBy who stored it
 * @param recordedAt when
 */
public record NetworkSnapshot(
        UUID id,
        String region,
        NetworkContent content,
        int parallel,
        int notInForce,
        String recordedBy,
        Instant recordedAt) {

    /** {@return its path below the gateway} */
    public String path() {
        return "/api/v1/networks/" + id;
    }
}
