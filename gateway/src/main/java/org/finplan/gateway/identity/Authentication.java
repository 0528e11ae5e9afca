package org.finplan.gateway.identity;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.gateway.edge.Exchange;

/**
 * Lets a request go on only with an access token that holds. Where the public may read it goes on without credentials too;
 * those that are sent must hold there as well.
 */
@ApplicationScoped
public class Authentication {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;

    Authentication(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Checks the credentials of a request and attaches the caller to it.
     *
     * @param context the request
     */
    public void handle(RoutingContext context) {
        List<String> headers = context.request().headers().getAll("Authorization");
        if (headers.isEmpty()) {
            if (!Exchange.of(context).isOpenToThePublic()) {
                throw TokenFault.MISSING.refusal();
            }
            goOn(context, Identity.PUBLIC);
            return;
        }
        String header = headers.get(0);
        if (headers.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw TokenFault.SCHEME.refusal();
        }
        tokens.verify(header.substring(SCHEME.length()).trim())
                .onSuccess(identity -> goOn(context, identity))
                .onFailure(context::fail);
    }

    private static void goOn(RoutingContext context, Identity identity) {
        identity.attachTo(context);
        Exchange.of(context).calledBy(identity.subject(), identity.client());
        context.next();
    }
}
