package org.finplan.risk.network.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A network as its readers see it.
 *
 * @param id id; the same content of the same city has the same one
 * @param kind guarantee or debt
 * @param region city that it belongs to
 * @param asOf the day that it shows
 * @param synthetic whether it was made up, for a test or a demonstration
 * @param firms how many firms it has
 * @param edges how many edges it has, parallel ones counted one by one
 * @param parallel edges beyond the first between the same two firms, which were summed
 * @param notInForce edges that were left out since they had ended before asOf or begin after it
 * @param recordedBy who stored it
 * @param recordedAt when
 */
@Schema(name = "Network")
record NetworkView(
        UUID id,
        String kind,
        String region,
        LocalDate asOf,
        boolean synthetic,
        int firms,
        int edges,
        int parallel,
        int notInForce,
        String recordedBy,
        Instant recordedAt) {

    static NetworkView of(NetworkSnapshot network) {
        NetworkContent content = network.content();
        return new NetworkView(
                network.id(),
                content.kind().code(),
                network.region(),
                content.asOf(),
                content.synthetic(),
                content.firms().size(),
                content.edges().size(),
                network.parallel(),
                network.notInForce(),
                network.recordedBy(),
                network.recordedAt());
    }
}
