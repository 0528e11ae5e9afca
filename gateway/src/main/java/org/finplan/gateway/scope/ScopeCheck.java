package org.finplan.gateway.scope;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Stops requests that the caller's credential does not reach, before they reach a service. */
@Singleton
public class ScopeCheck {

    /**
     * Lets a request go on when the credential has the scope that it needs.
     *
     * @param context a request with a caller
     */
    public void handle(RoutingContext context) {
        Identity identity = Identity.of(context);
        if (!Exchange.of(context).isOpenToThePublic()) {
            requireRole(context, identity);
            if (!isOfAPerson(identity.credential())) {
                require(context, identity.credential());
            }
        }
        context.next();
    }

    /** Services refuse callers without a role by themselves; what the gateway answers itself has nobody else to do it. */
    private static void requireRole(RoutingContext context, Identity identity) {
        if (identity.roles().isEmpty() && Exchange.of(context).service().isEmpty()) {
            throw ProblemException.of(WebError.FORBIDDEN, "您的凭据没有本系统的角色。", "The credential has no role of the suite.");
        }
    }

    private static boolean isOfAPerson(Credential credential) {
        return credential instanceof Credential.Token token && token.scopes().isEmpty();
    }

    private static void require(RoutingContext context, Credential credential) {
        String path = context.request().path();
        String area = Exchange.of(context)
                .service()
                .or(() -> Scope.ownArea(path))
                .orElseThrow(() ->
                        ProblemException.of(WebError.NOT_FOUND, "该地址下没有任何资源。", "Nothing is served under this path."));
        String scope = Scope.needed(area, context.request().method().name());
        if (!credential.reaches(scope)) {
            LocalizedText message = new LocalizedText(
                    "该操作需要授权范围 " + scope + "，当前凭据没有。",
                    "The operation needs the scope " + scope + ", which the credential does not have.");
            throw ProblemException.of(GatewayError.OUT_OF_SCOPE, message.zh(), message.en())
                    .withError(new ProblemError(
                            "header:Authorization", null, GatewayError.OUT_OF_SCOPE.code(), message, List.of(scope)))
                    .withHeader(
                            "WWW-Authenticate",
                            "Bearer realm=\"finplan\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
        }
    }
}
