package org.finplan.risk.network.snapshot;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A network that was sent and read.
 *
 * @param content the network
 * @param parallel edges beyond the first between the same firms
 * @param notInForce edges that were left out
 * @param digest of what was sent as it was understood; all that is written of it, to tell whether a request came before
 */
record SentNetwork(
        NetworkContent content,
        int parallel,
        int notInForce,
        @JsonValue String digest) {}
