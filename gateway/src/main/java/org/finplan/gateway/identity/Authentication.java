package org.finplan.gateway.identity;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.finplan.gateway.exchange.Exchange;

/**
 * Lets a request go on only with an access token or an API key that holds. Where the public may read it goes on without
 * credentials too; those that are sent must hold there as well.
 */
@Singleton
public class Authentication {

    private static final String SCHEME = "Bearer ";
    private static final String KEY_HEADER = "X-API-Key";

    private final AccessTokens tokens;
    private final ApiKeys keys;

    Authentication(AccessTokens tokens, ApiKeys keys) {
        this.tokens = tokens;
        this.keys = keys;
    }

    /**
     * Checks the credentials of a request and attaches the caller to it.
     *
     * @param context the request
     */
    public void handle(RoutingContext context) {
        List<String> authorization = context.request().headers().getAll("Authorization");
        List<String> key = context.request().headers().getAll(KEY_HEADER);
        if (authorization.isEmpty() && key.isEmpty()) {
            if (!Exchange.of(context).isOpenToThePublic()) {
                throw TokenFault.MISSING.problem();
            }
            goOn(context, Identity.PUBLIC);
            return;
        }
        verify(authorization, key)
                .onSuccess(identity -> goOn(context, identity))
                .onFailure(context::fail);
    }

    private Future<Identity> verify(List<String> authorization, List<String> key) {
        if (!key.isEmpty()) {
            if (key.size() > 1 || !authorization.isEmpty()) {
                throw KeyFault.AMBIGUOUS.problem();
            }
            return keys.verify(key.get(0).trim());
        }
        String header = authorization.get(0);
        if (authorization.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw TokenFault.SCHEME.problem();
        }
        String credential = header.substring(SCHEME.length()).trim();
        return credential.startsWith(ApiKeys.MARK) ? keys.verify(credential) : tokens.verify(credential);
    }

    private static void goOn(RoutingContext context, Identity identity) {
        identity.attachTo(context);
        Exchange.of(context).calledBy(identity.subject(), identity.client());
        context.next();
    }
}
