package org.finplan.platform.web.sample;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.finplan.platform.web.security.Caller;

/** The caller that a token of the tests names. */
@Singleton
class SampleCaller implements Caller {

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    SampleCaller(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    @Override
    public String subject() {
        return isSystem()
                ? "system"
                : identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    @Override
    public String client() {
        return isSystem() ? "system" : "sample-client";
    }

    @Override
    public Set<String> roles() {
        return isSystem() ? Set.of() : identity.getRoles();
    }

    @Override
    public Set<String> regions() {
        if (!isSystem()
                && identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim("regions") instanceof JsonArray regions) {
            return regions.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toSet());
        }
        return Set.of();
    }

    @Override
    public Set<String> units() {
        return Set.of();
    }

    @Override
    public boolean isSystem() {
        return !Arc.container().requestContext().isActive() || request.getCurrent() == null;
    }
}
