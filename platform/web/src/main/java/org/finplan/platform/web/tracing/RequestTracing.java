package org.finplan.platform.web.tracing;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.finplan.platform.http.TraceParent;
import org.finplan.platform.identifier.Identifiers;

/** Gives each request its trace context and its id at the door, before anything else can log or fail. */
@ApplicationScoped
class RequestTracing {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    private void enter(RoutingContext context) {
        String sent = context.request().getHeader(REQUEST_ID);
        String id = sent != null && USABLE.matcher(sent).matches()
                ? sent
                : Identifiers.next().toString();
        TraceContext.enterRequest(Vertx.currentContext(), context.request().getHeader(TraceParent.NAME), id);
        context.response().putHeader(REQUEST_ID, id);
        context.next();
    }
}
