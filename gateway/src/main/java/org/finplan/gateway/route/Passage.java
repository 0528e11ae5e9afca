package org.finplan.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.NoStackTraceTimeoutException;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Map;
import org.finplan.gateway.edge.Answers;
import org.finplan.gateway.edge.Exchange;
import org.finplan.gateway.problem.Refusal;
import org.finplan.platform.problem.Problem;
import org.jboss.logging.Logger;

/**
 * One request on its way through the gateway and its answer on the way back. Both bodies stream; neither is ever held as a
 * whole.
 */
final class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    private final RoutingContext context;
    private final Route route;
    private final String internalToken;
    private final StallWatch watch;
    private CountedStream body;
    private HttpClientRequest outgoing;

    Passage(Vertx vertx, RoutingContext context, Route route, String internalToken) {
        this.context = context;
        this.route = route;
        this.internalToken = internalToken;
        this.watch = new StallWatch(vertx, route.timeout(), this::giveUp);
    }

    void begin() {
        HttpServerRequest request = context.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        context.addEndHandler(end -> {
            watch.stop();
            if (end.failed() || (body != null && !body.ended())) {
                cut("the exchange ended early");
            }
        });
        HttpProxy.reverseProxy(
                        new ProxyOptions().setSupportWebSocket(false),
                        route.service().client())
                .origin(proxy -> connect())
                .addInterceptor(this)
                .handle(request);
    }

    private Future<HttpClientRequest> connect() {
        return route.service().open().onSuccess(request -> {
            outgoing = request;
            watch.start();
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        Headers.toService(proxy.request().headers(), context.request(), Exchange.of(context), internalToken);
        Body sent = proxy.request().getBody();
        body = new CountedStream(sent.stream(), route.bodyLimit(), watch::progress);
        proxy.request().setBody(Body.body(body, sent.length()));
        return proxy.sendRequest().recover(failure -> Future.succeededFuture(problem(proxy, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        ProxyResponse response = proxy.response();
        watch.progress();
        Headers.toCaller(response.headers(), route.service().origin());
        Body answer = response.getBody();
        if (answer != null) {
            CountedStream counted = new CountedStream(answer.stream(), Long.MAX_VALUE, watch::progress);
            response.setBody(Body.body(counted, answer.length()));
        }
        return proxy.sendResponse();
    }

    private void giveUp() {
        cut("no progress for " + route.timeout());
    }

    /**
     * Ends the request to the service at once. Vert.x alone would close the connection only after all was flushed, which a
     * service that does not read never lets happen.
     */
    private void cut(String reason) {
        if (outgoing == null) {
            return;
        }
        outgoing.reset(0, new NoStackTraceTimeoutException(reason));
        if (outgoing.connection() instanceof ConnectionBase connection) {
            var unused = connection.channelHandlerContext().close();
        }
    }

    private ProxyResponse problem(ProxyContext proxy, Throwable failure) {
        Refusal refusal = Failures.explain(route, body, watch.fired());
        LOG.debugf(failure, "%s: %s", route.name(), refusal.getMessage());
        ProxyResponse response = proxy.request().release().response();
        response.setStatusCode(refusal.status());
        response.setBody(Body.body(Answers.body(context, refusal)));
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            response.putHeader(header.getKey(), header.getValue());
        }
        return response;
    }
}
