package org.finplan.gateway.route;

import io.vertx.core.AsyncResult;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.finplan.gateway.connection.Connection;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.service.Instance;
import org.finplan.gateway.service.Service;
import org.finplan.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * One request on its way through the gateway and its answer on the way back. Both bodies stream; neither is ever held as a
 * whole. A request goes to another instance only when it cannot have had an effect: nothing of it was sent, or it reads
 * only and no answer had begun.
 */
final class ProxiedExchange {

    private static final Logger LOG = Logger.getLogger(ProxiedExchange.class);

    private final RoutingContext context;
    private final HttpServerRequest caller;
    private final Exchange exchange;
    private final Route route;
    private final Service service;
    private final CharSequence authorization;
    private final boolean safe;
    private final boolean upgrade;
    private final boolean stream;
    private final StallWatch watch;
    private long tried;
    private boolean retrying;
    private boolean over;
    private Instance instance;
    private HttpClientRequest outgoing;
    private CountedStream body;
    private AnswerRelay answer;

    ProxiedExchange(StallWatches watches, RoutingContext context, Route route, CharSequence authorization) {
        this.context = context;
        this.caller = context.request();
        this.exchange = Exchange.of(context);
        this.route = route;
        this.service = route.service();
        this.authorization = authorization;
        HttpMethod method = caller.method();
        this.upgrade = method.equals(HttpMethod.GET) && "websocket".equalsIgnoreCase(caller.getHeader("Upgrade"));
        this.stream = upgrade || eventStream(caller.getHeader(HttpHeaders.ACCEPT));
        this.safe = !exchange.hasBody() && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD));
        this.watch = new StallWatch(watches, stream ? route.streamTimeout() : route.timeout(), this::giveUp);
    }

    private static boolean eventStream(String accept) {
        return accept != null && accept.contains("text/event-stream");
    }

    void begin() {
        context.addEndHandler(this::ended);
        attempt();
    }

    private void attempt() {
        int number = service.take(tried, safe);
        if (number >= 0) {
            connect(number);
        } else if (tried != 0) {
            refuse(ProxyProblems.unavailable(route));
        } else {
            service.askAgain().onComplete(asked -> {
                int another = asked.result() && !over ? service.take(0, safe) : -1;
                if (another >= 0) {
                    connect(another);
                } else {
                    refuse(ProxyProblems.unavailable(route));
                }
            });
        }
    }

    private void connect(int number) {
        tried |= 1L << number;
        instance = service.instance(number);
        instance.open(stream).onComplete(opened -> {
            if (over) {
                if (opened.succeeded()) {
                    HttpClientRequest unused = opened.result();
                    unused.exceptionHandler(reset -> LOG.tracef(reset, "%s", route.name()));
                    unused.reset();
                }
            } else if (opened.succeeded()) {
                send(opened.result());
            } else {
                notConnected(opened.cause());
            }
        });
    }

    private void notConnected(Throwable failure) {
        Instance last = giveBack();
        if (Instance.busy(failure)) {
            last.abandoned();
            refuse(ProxyProblems.busy(route));
        } else {
            last.refused();
            tryAnother(ProxyProblems.unavailable(route));
        }
    }

    private void tryAnother(ProblemException otherwise) {
        if (!retrying && !service.beginRetry()) {
            refuse(otherwise);
            return;
        }
        retrying = true;
        attempt();
    }

    private void send(HttpClientRequest request) {
        outgoing = request;
        watch.start();
        request.setMethod(caller.method()).setURI(caller.uri());
        // The future of the answer tells of every failure; a request without a handler would log it as well.
        request.exceptionHandler(failure -> LOG.tracef(failure, "%s", route.name()));
        Headers.toService(caller, request.headers(), exchange, authorization);
        request.response().onComplete(this::head);
        if (upgrade) {
            Headers.upgrade(request.headers());
            request.connect();
        } else if (exchange.hasBody()) {
            sendBody(request);
        } else {
            request.end();
        }
    }

    private void sendBody(HttpClientRequest request) {
        if ("100-continue".equalsIgnoreCase(caller.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            request.setChunked(true);
        }
        MinimumRate rate = new MinimumRate(System::nanoTime, route.timeout(), route.bodyRate());
        body = new CountedStream(caller, route.bodyLimit(), rate, watch::progress);
        body.pipe().endOnFailure(false).to(request).onFailure(failure -> cut("the body broke off"));
    }

    private void head(AsyncResult<HttpClientResponse> result) {
        if (over) {
            return;
        }
        if (result.failed()) {
            noAnswer(result.cause());
            return;
        }
        watch.progress();
        instance.answered();
        HttpClientResponse from = result.result();
        HttpServerResponse to = context.response();
        to.setStatusCode(from.statusCode());
        Headers.toCaller(from.headers(), to.headers(), instance.origin());
        if (from.statusCode() == 101 && upgrade) {
            watch.stop();
            new UpgradedConnection(context, from.netSocket(), this::finish).open();
            return;
        }
        answer = new AnswerRelay(from, to, watch, this::brokenOff);
        answer.start();
    }

    private void noAnswer(Throwable failure) {
        LOG.debugf(failure, "%s got no answer of %s", route.name(), instance.origin());
        Optional<ProblemException> fault = faultOfCaller();
        Instance last = giveBack();
        if (fault.isPresent()) {
            last.abandoned();
            refuse(fault.get());
            return;
        }
        last.unanswered();
        if (watch.fired()) {
            refuse(ProxyProblems.silent(route));
        } else if (safe && !upgrade) {
            tryAnother(ProxyProblems.broken(route));
        } else {
            refuse(ProxyProblems.broken(route));
        }
    }

    private Optional<ProblemException> faultOfCaller() {
        if (body == null) {
            return Optional.empty();
        }
        if (body.exceeded()) {
            return Optional.of(ProxyProblems.tooLarge(route));
        }
        if (body.tooSlow()) {
            return Optional.of(ProxyProblems.tooSlow(route));
        }
        return watch.fired() && body.waitingForSource() ? Optional.of(ProxyProblems.unsent(route)) : Optional.empty();
    }

    /**
     * The answer broke off, and nothing can be said any more: the caller's connection closes, so that half an answer is not
     * taken for a whole one. Merely resetting the response would tell nobody here that the exchange is over.
     */
    private void brokenOff() {
        if (!over) {
            instance.unanswered();
            caller.connection().close();
        }
    }

    private void refuse(ProblemException problem) {
        if (!over) {
            Answers.problem(context, problem);
        }
    }

    private void ended(AsyncResult<Void> end) {
        finish();
        boolean uploaded = body == null || body.ended();
        boolean answered = answer != null && answer.complete();
        // What is complete both ways is not touched: its connection may carry another request by now.
        if (!uploaded || (end.failed() && !answered)) {
            cut("the exchange ended early");
        }
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        watch.stop();
        if (retrying) {
            service.endRetry();
        }
        if (instance != null) {
            giveBack().abandoned();
        }
    }

    private Instance giveBack() {
        Instance last = instance;
        instance = null;
        last.release();
        return last;
    }

    private void giveUp() {
        cut("no progress for " + route.timeout());
    }

    /**
     * Ends the request to the service at once, even when the service does not read.
     */
    private void cut(String reason) {
        if (outgoing == null) {
            return;
        }
        outgoing.reset(0, new VertxException(reason, true));
        Connection.closeAtOnce(outgoing.connection());
    }
}
