package org.finplan.gateway.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Tells Quarkus who the caller is, so that the permissions of the gateway's own operations hold. Nothing is checked here:
 * {@link Authentication} has done it before, and a request that it let through has a caller.
 */
@ApplicationScoped
class CallerMechanism implements HttpAuthenticationMechanism, IdentityProvider<CallerMechanism.Checked> {

    private static final int UNAUTHENTICATED = 401;

    /** A caller that has been checked. */
    static final class Checked extends BaseAuthenticationRequest {

        private final Identity caller;

        Checked(Identity caller) {
            this.caller = caller;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Identity caller = Identity.of(context);
        // By way of the providers, since what adds permissions to roles is asked there only.
        return caller == null ? Uni.createFrom().nullItem() : providers.authenticate(new Checked(caller));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Checked.class);
    }

    @Override
    public Class<Checked> getRequestType() {
        return Checked.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Checked request, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(request.caller.subject()))
                        .addRoles(request.caller.roles())
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHENTICATED, "WWW-Authenticate", "Bearer"));
    }
}
