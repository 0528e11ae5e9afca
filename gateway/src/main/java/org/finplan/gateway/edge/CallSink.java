package org.finplan.gateway.edge;

import io.vertx.ext.web.RoutingContext;

/** Wants to know of every request when it is over. Called on event loops, so it must never wait. */
public interface CallSink {

    /**
     * A request is over.
     *
     * @param context the request
     * @param completed whether its answer was sent as a whole
     * @param nanos how long it took
     */
    void over(RoutingContext context, boolean completed, long nanos);
}
