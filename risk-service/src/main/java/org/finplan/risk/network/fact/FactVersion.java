package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A version of a fact.
 *
 * @param id id of the fact
 * @param version 1, 2, 3 …
 * @param region city that it belongs to
 * @param fact what it says
 * @param fields the same as it was sent
 * @param withdrawn whether it was taken back
 * @param source where it stands
 * @param reason why this version took the place of the one before, or null
 * @param recordedBy who recorded it
 * @param recordedAt when it became known
 */
record FactVersion(
        UUID id,
        int version,
        String region,
        Fact fact,
        Map<String, String> fields,
        boolean withdrawn,
        String source,
        @Nullable String reason,
        String recordedBy,
        Instant recordedAt) {

    FactVersion {
        fields = Map.copyOf(fields);
    }

    String name() {
        return fact.kind().code() + " " + fact.key();
    }

    String path() {
        return "/api/v1/network-facts/" + id;
    }
}
