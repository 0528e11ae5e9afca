package org.finplan.gateway.server;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.finplan.gateway.accesslog.AccessLog;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.exchange.Exchanges;
import org.finplan.gateway.request.RequestChecks;
import org.finplan.gateway.request.RequestLimitsConfig;
import org.finplan.platform.http.HttpDate;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.jboss.logging.Logger;

/** The first and the last that a request meets: its id and trace, the limits of its head, and what happens when it fails. */
@Singleton
public class RequestLifecycle {

    private static final Logger LOG = Logger.getLogger(RequestLifecycle.class);
    private static final int SERVER_ERROR = 500;
    // Optimized: hashed and encoded once, not with each request.
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private final Vertx vertx;
    private final RequestLimitsConfig limits;
    private final Exchanges exchanges;
    private final RequestChecks checks;
    private final AccessLog accessLog;
    private final HttpDate date;

    RequestLifecycle(
            Vertx vertx,
            RequestLimitsConfig limits,
            Exchanges exchanges,
            RequestChecks checks,
            AccessLog accessLog,
            Clock clock) {
        this.vertx = vertx;
        this.limits = limits;
        this.exchanges = exchanges;
        this.checks = checks;
        this.accessLog = accessLog;
        this.date = new HttpDate(clock);
    }

    /**
     * Receives a request.
     *
     * @param context the request
     */
    public void enter(RoutingContext context) {
        begin(context);
        checks.check(context.request());
        context.next();
    }

    private void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        Exchange exchange = exchanges.begin(request);
        exchange.attachTo(context);
        if (exchange.hasBody() || request.headers().contains(HttpHeaders.UPGRADE)) {
            // The body stays in the socket until somebody wants it: identity is checked before a byte of it is read.
            request.pause();
        } else {
            // Quarkus holds back every request; one that has nothing more to come is over as soon as it is let go.
            request.resume();
        }
        context.addHeadersEndHandler(head -> {
            MultiMap headers = context.response()
                    .putHeader(Exchange.REQUEST_ID, exchange.requestId())
                    .putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF)
                    .headers();
            if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                // What may be kept says so itself.
                headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
            }
            if (!headers.contains(HttpHeaders.DATE)) {
                // A service dates its own answers.
                headers.set(HttpHeaders.DATE, date.now());
            }
        });
        exchange.whenOver(completed -> onLoop(exchange.loop(), () -> {
            accessLog.record(context, completed);
            drain(request);
        }));
        context.addEndHandler(end -> exchange.close(end.succeeded()));
    }

    /**
     * Answers a request that failed on its way.
     *
     * @param context the request
     */
    public void fail(RoutingContext context) {
        if (Exchange.of(context) == null) {
            // The router could not even read the head, such as a host that is none.
            unreadable(context);
            return;
        }
        Throwable failure = context.failure();
        if (failure instanceof ProblemException problem) {
            Answers.problem(context, problem);
        } else if (failure == null && context.statusCode() < SERVER_ERROR) {
            refused(context);
        } else {
            failed(context, failure);
        }
    }

    /** What the router or the framework of resources refuses, by its status. */
    private void refused(RoutingContext context) {
        int status = context.statusCode();
        if (status == WebError.BODY_TOO_LARGE.status()) {
            Answers.problem(
                    context,
                    ProblemException.of(
                                    WebError.BODY_TOO_LARGE, "请求正文超过可读取的长度。", "The body is longer than is read here.")
                            .withHeader("Connection", "close"));
        } else if (status == WebError.NOT_ACCEPTABLE.status()) {
            Answers.problem(
                    context,
                    ProblemException.of(
                            WebError.NOT_ACCEPTABLE,
                            "无法按 Accept 所列的任何媒体类型作答。",
                            "None of the media types in Accept is offered."));
        } else if (status == WebError.NOT_FOUND.status()) {
            notFound(context);
        } else if (status == WebError.MALFORMED_REQUEST.status()) {
            unreadable(context);
        } else {
            failed(context, null);
        }
    }

    private static void failed(RoutingContext context, Throwable failure) {
        LOG.errorf(
                failure,
                "Request %s failed, trace %s",
                Exchange.of(context).requestId(),
                Exchange.of(context).trace().traceId());
        Answers.problem(
                context,
                ProblemException.of(
                        WebError.INTERNAL_ERROR,
                        "网关内部错误，请凭 traceId 联系管理员。",
                        "The gateway failed; the operator finds the cause under the traceId."));
    }

    /**
     * Answers a request whose path cannot even be decoded, so that no route was tried.
     *
     * @param context the request
     */
    public void unreadable(RoutingContext context) {
        if (Exchange.of(context) == null) {
            begin(context);
        }
        Answers.problem(
                context,
                ProblemException.of(WebError.MALFORMED_REQUEST, "请求无法解析。", "The request cannot be read.")
                        .withHeader("Connection", "close"));
    }

    /**
     * Answers for a path that nothing serves.
     *
     * @param context the request
     */
    public void notFound(RoutingContext context) {
        Answers.problem(
                context, ProblemException.of(WebError.NOT_FOUND, "该地址下没有任何资源。", "Nothing is served under this path."));
    }

    /** A resource answers on a worker thread, while the rest of its request may still be coming in on the loop. */
    private static void onLoop(Context loop, Runnable work) {
        if (Context.isOnEventLoopThread()) {
            work.run();
        } else {
            loop.runOnContext(run -> work.run());
        }
    }

    /** A caller that is still sending must get the chance to read the answer, but not to send for ever. */
    private void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        // The handler that cancels it may be replaced by whoever reads the request: what has ended is left alone.
        long timer = vertx.setTimer(limits.linger().toMillis(), late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.handler(null);
        request.resume();
    }
}
