package org.finplan.platform.web.idempotency;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends a stored answer. */
class ReplayMapper {

    @ServerExceptionMapper
    public Response replay(ReplayException e) {
        return e.answer().replay();
    }
}
