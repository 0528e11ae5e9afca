package org.finplan.gateway.request;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.platform.problem.ProblemException;

/**
 * Lets the body of one of the gateway's own operations come: tells a caller that waits for it to go on, and ends who sends
 * too slowly. Such a body is small and is read as a whole, so that one deadline does.
 */
@Singleton
public class BodyReception {

    private final RequestLimitsConfig limits;

    BodyReception(RequestLimitsConfig limits) {
        this.limits = limits;
    }

    /**
     * Prepares a request for its operation.
     *
     * @param context a request of whose body nothing was read yet; answered with 408 when the body is not whole in time
     */
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            long deadline = context.vertx().setTimer(limits.bodyTime().toMillis(), late -> {
                if (!request.isEnded()) {
                    Answers.problem(context, tooSlow());
                }
            });
            context.addEndHandler(end -> context.vertx().cancelTimer(deadline));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                context.response().writeContinue();
            }
        }
        context.next();
    }

    private ProblemException tooSlow() {
        long seconds = limits.bodyTime().toSeconds();
        return ProblemException.of(
                        GatewayError.REQUEST_TIMEOUT,
                        "请求正文须在 " + seconds + " 秒内发送完毕。",
                        "A body must be whole within " + seconds + " seconds here.")
                .withHeader("Connection", "close");
    }
}
