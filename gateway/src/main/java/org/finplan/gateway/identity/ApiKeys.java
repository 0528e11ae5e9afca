package org.finplan.gateway.identity;

import io.vertx.core.Future;

/** Verifies API keys; package {@code key} does it. */
public interface ApiKeys {

    /** What every API key begins with, so that it is told from a token, and found by scanners for leaked secrets. */
    String MARK = "fpk_";

    /**
     * Verifies a key.
     *
     * @param key as it was sent
     * @return the caller; failed with {@link KeyFault#refusal} when it does not hold, with a 503 refusal when that cannot
     *     be found out because the database is unavailable
     */
    Future<Identity> verify(String key);
}
