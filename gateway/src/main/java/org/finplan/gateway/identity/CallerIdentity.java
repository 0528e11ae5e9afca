package org.finplan.gateway.identity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.finplan.platform.web.security.Caller;

/** The caller of the gateway's own API: the identity that {@link Authentication} has attached to the request in hand. */
@ApplicationScoped
public class CallerIdentity implements Caller {

    private static final String SYSTEM = "system";

    private final CurrentVertxRequest request;

    CallerIdentity(CurrentVertxRequest request) {
        this.request = request;
    }

    /** {@return the caller with its credential, null outside a request} */
    public Identity identity() {
        RoutingContext context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return context == null ? null : Identity.of(context);
    }

    @Override
    public String subject() {
        Identity identity = identity();
        return identity == null ? SYSTEM : identity.subject();
    }

    @Override
    public String client() {
        Identity identity = identity();
        return identity == null ? SYSTEM : identity.client();
    }

    @Override
    public Set<String> roles() {
        Identity identity = identity();
        return identity == null ? Set.of() : identity.roles();
    }

    @Override
    public Set<String> regions() {
        Identity identity = identity();
        return identity == null ? Set.of() : identity.regions();
    }

    @Override
    public Set<String> units() {
        Identity identity = identity();
        return identity == null ? Set.of() : identity.units();
    }

    @Override
    public boolean isSystem() {
        return identity() == null;
    }
}
