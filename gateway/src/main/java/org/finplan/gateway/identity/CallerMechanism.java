package org.finplan.gateway.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells Quarkus who the caller is, so that the roles of the gateway's own operations hold. Nothing is checked here:
 * {@link Authentication} has done it before, and a request that it let through has a caller.
 */
@ApplicationScoped
class CallerMechanism implements HttpAuthenticationMechanism {

    private static final int UNAUTHENTICATED = 401;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Identity identity = Identity.of(context);
        return identity == null
                ? Uni.createFrom().nullItem()
                : Uni.createFrom()
                        .item(QuarkusSecurityIdentity.builder()
                                .setPrincipal(new QuarkusPrincipal(identity.subject()))
                                .addRoles(identity.roles())
                                .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHENTICATED, "WWW-Authenticate", "Bearer"));
    }
}
