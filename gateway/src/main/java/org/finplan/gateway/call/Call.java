package org.finplan.gateway.call;

import java.time.Instant;
import java.util.UUID;

/**
 * One call of the API, as it is kept.
 *
 * @param at when it was over (UTC)
 * @param id of the record
 * @param client the client that called, null when the credentials did not hold
 * @param subject the caller, null when the credentials did not hold
 * @param regions codes of the regions that the caller is bound to, separated by commas, empty for none
 * @param key API key that was used, null without one
 * @param method HTTP method
 * @param path without query, which may hold what does not belong into a log
 * @param route route class
 * @param status of the answer, null when the answer was not sent as a whole
 * @param millis from the first byte of the request to the last of the answer
 * @param bytesIn bytes of the request body
 * @param bytesOut bytes of the answer
 * @param traceId trace of the request
 */
record Call(
        Instant at,
        UUID id,
        String client,
        String subject,
        String regions,
        UUID key,
        String method,
        String path,
        String route,
        Integer status,
        long millis,
        long bytesIn,
        long bytesOut,
        String traceId) {}
