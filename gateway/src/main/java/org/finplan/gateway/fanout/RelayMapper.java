package org.finplan.gateway.fanout;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Passes the refusal of a service on to the caller. */
class RelayMapper {

    @ServerExceptionMapper
    public Response relay(FanOut.Relay refused) {
        return FanOut.response(refused.answer());
    }
}
