package org.finplan.gateway.accesslog;

import io.vertx.ext.web.RoutingContext;

/** Hears of every request when it is over. Called on event loops, so it must never wait. */
public interface CallListener {

    /**
     * A request is over.
     *
     * @param context the request
     * @param completed whether its answer was sent as a whole
     * @param nanos how long it took
     */
    void ended(RoutingContext context, boolean completed, long nanos);
}
