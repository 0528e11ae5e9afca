package org.finplan.gateway.route;

import java.time.Duration;
import org.finplan.gateway.service.Service;

/**
 * Where requests of some paths go and what they may cost.
 *
 * @param name for logs and metrics
 * @param service that answers
 * @param timeout longest silence of the service
 * @param streamTimeout longest silence of an event stream
 * @param bodyLimit largest request body in bytes
 * @param bodyRate least bytes per second of a request body
 * @param open whether it is the public's: its answers are the same for all, with and without credentials
 */
record Route(
        String name,
        Service service,
        Duration timeout,
        Duration streamTimeout,
        long bodyLimit,
        long bodyRate,
        boolean open) {}
