package org.finplan.platform.identity;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.finplan.platform.web.security.Caller;

/** Reads the caller off the internal token of the request in hand. */
@ApplicationScoped
class TokenCaller implements Caller {

    private static final String SYSTEM = "system";
    private static final String ANONYMOUS = "anonymous";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    TokenCaller(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    @Override
    public String subject() {
        if (isSystem()) {
            return SYSTEM;
        }
        return identity.isAnonymous() ? ANONYMOUS : identity.getPrincipal().getName();
    }

    @Override
    public String client() {
        if (isSystem()) {
            return SYSTEM;
        }
        JsonWebToken token = token();
        Object client = token == null ? null : token.getClaim("client_id");
        return client == null ? ANONYMOUS : client.toString();
    }

    @Override
    public Set<String> roles() {
        return isSystem() ? Set.of() : Set.copyOf(identity.getRoles());
    }

    @Override
    public Set<String> regions() {
        return isSystem() ? Set.of() : strings("regions");
    }

    @Override
    public Set<String> units() {
        return isSystem() ? Set.of() : strings("units");
    }

    @Override
    public boolean isSystem() {
        return !Arc.container().requestContext().isActive() || request.getCurrent() == null;
    }

    private JsonWebToken token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token : null;
    }

    private Set<String> strings(String claim) {
        JsonWebToken token = token();
        Object value = token == null ? null : token.getClaim(claim);
        if (value instanceof JsonArray array) {
            return array.stream().map(TokenCaller::text).collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
