package org.finplan.gateway.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * Lets the body of one of the gateway's own operations come, unless it is too long or comes too slowly. Such a body is small
 * and is read as a whole, so that one deadline does.
 */
@Singleton
public class BodyReception {

    private final RequestLimitsConfig limits;
    private final long most;

    BodyReception(
            RequestLimitsConfig limits, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.limits = limits;
        this.most = most.asLongValue();
    }

    /**
     * Prepares a request for its operation.
     *
     * @param context a request of whose body nothing was read yet; answered with 408 when the body is not whole in time
     * @throws ProblemException 413 when the body is announced as too long
     */
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        requireSmall(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        if (Exchange.of(context).hasBody()) {
            long deadline = context.vertx().setTimer(limits.bodyTime().toMillis(), late -> {
                if (!request.isEnded()) {
                    Answers.problem(context, tooSlow());
                }
            });
            context.addEndHandler(end -> context.vertx().cancelTimer(deadline));
        }
        context.next();
    }

    /** Refused here, since Quarkus would close the connection at once, before its caller could read why. */
    private void requireSmall(String length) {
        if (length != null && new BigInteger(length).compareTo(BigInteger.valueOf(most)) > 0) {
            throw ProblemException.of(
                    WebError.BODY_TOO_LARGE, "请求正文最大 " + most + " 字节。", "A body has at most " + most + " bytes here.");
        }
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
