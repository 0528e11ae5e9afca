package org.finplan.gateway.call;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * How one consumer used one route class.
 *
 * @param client the client, null for calls whose credentials did not hold
 * @param subject the caller, null for calls whose credentials did not hold
 * @param key API key, null without one
 * @param route route class
 * @param calls how many
 * @param errors how many of them were answered with 400 or above, or not to the end
 * @param bytesIn bytes of the request bodies
 * @param bytesOut bytes of the answers
 * @param p50 median time in milliseconds
 * @param p95 time in milliseconds that 95 of 100 calls did not exceed
 */
record CallUse(
        @Nullable String client,
        @Nullable String subject,
        @Nullable UUID key,
        String route,
        long calls,
        long errors,
        long bytesIn,
        long bytesOut,
        long p50,
        long p95) {}
