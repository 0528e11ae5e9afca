package org.finplan.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.finplan.gateway.problem.Refusal;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.http.HttpDate;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.Language;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.WebError;
import org.jboss.logging.Logger;

/** The first and the last that a request meets: its id and trace, the limits of its head, and what happens when it fails. */
@Singleton
public class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);
    // Optimized: hashed and encoded once, not with each request.
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final Vertx vertx;
    private final LimitsConfig limits;
    private final TrustedProxies proxies;
    private final AccessLog accessLog;
    private final HttpDate date;

    Edge(Vertx vertx, LimitsConfig limits, EdgeConfig config, AccessLog accessLog, Clock clock) {
        this.vertx = vertx;
        this.limits = limits;
        this.proxies = new TrustedProxies(config.trustedProxies().orElse(List.of()));
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
        checkHead(context.request());
        context.next();
    }

    private void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        String requestId = requestId(request.getHeader(Exchange.REQUEST_ID));
        Exchange exchange = new Exchange(
                requestId,
                TraceParent.continueFrom(request.getHeader(TraceParent.HEADER)),
                Language.prefersEnglish(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                hasBody(request),
                origin(request));
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
                    .putHeader(Exchange.REQUEST_ID, requestId)
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
        exchange.whenOver(completed -> {
            accessLog.record(context, completed);
            drain(request);
        });
        context.addEndHandler(end -> exchange.close(end.succeeded()));
    }

    private Origin origin(HttpServerRequest request) {
        Origin seen = Origin.seen(request);
        if (!proxies.trusted(seen.address())) {
            return seen;
        }
        return proxies.origin(
                seen,
                request.headers().getAll("X-Forwarded-For"),
                request.getHeader("X-Forwarded-Proto"),
                request.getHeader("X-Forwarded-Host"));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
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
        if (failure instanceof Refusal refusal) {
            Answers.problem(context, refusal);
            return;
        }
        if (failure == null && context.statusCode() == WebError.NOT_FOUND.status()) {
            notFound(context);
            return;
        }
        if (failure == null && context.statusCode() == WebError.MALFORMED_REQUEST.status()) {
            unreadable(context);
            return;
        }
        LOG.errorf(
                failure,
                "Request %s failed, trace %s",
                Exchange.of(context).requestId(),
                Exchange.of(context).trace().traceId());
        Answers.problem(
                context,
                Refusal.of(
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
                Refusal.of(WebError.MALFORMED_REQUEST, "请求无法解析。", "The request cannot be read.")
                        .header("Connection", "close"));
    }

    /**
     * Answers for a path that nothing serves.
     *
     * @param context the request
     */
    public void notFound(RoutingContext context) {
        Answers.problem(context, Refusal.of(WebError.NOT_FOUND, "该地址下没有任何资源。", "Nothing is served under this path."));
    }

    private void checkHead(HttpServerRequest request) {
        if (!METHODS.contains(request.method())) {
            throw Refusal.of(WebError.METHOD_NOT_ALLOWED, "网关不支持该方法。", "The gateway does not take this method.");
        }
        if (request.uri().length() > limits.uri().asLongValue()) {
            throw Refusal.of(
                    WebError.URI_TOO_LONG,
                    "地址最长 " + limits.uri().asLongValue() + " 字节。",
                    "A URI has at most " + limits.uri().asLongValue() + " bytes.");
        }
        HeadRules head = HeadRules.of(request.headers());
        if (head.size() > limits.headers().asLongValue()) {
            throw Refusal.of(
                    WebError.HEADERS_TOO_LARGE,
                    "请求头合计最多 " + limits.headers().asLongValue() + " 字节。",
                    "Headers have at most " + limits.headers().asLongValue() + " bytes together.");
        }
        if (!head.plain(request.version())) {
            throw Refusal.of(
                            WebError.MALFORMED_REQUEST,
                            "请求头不完整或有歧义：须有且仅有一个 Host，且请求体的长度只能以一种方式给出。",
                            "The head is incomplete or ambiguous: one Host, and the body's length in one way only.")
                    .header("Connection", "close");
        }
        Optional<String> repeated = head.repeated();
        if (repeated.isPresent()) {
            throw repeated(repeated.get());
        }
        if (request.path() == null || !PathRules.plain(request.path())) {
            throw Refusal.of(
                    WebError.MALFORMED_REQUEST,
                    "路径含有不被接受的字符或片段。",
                    "The path has characters or segments that are not accepted.");
        }
    }

    private static Refusal repeated(String name) {
        LocalizedText text =
                new LocalizedText("请求头 " + name + " 只能出现一次。", "The header " + name + " may stand only once.");
        WebError code = WebError.REPEATED_PARAMETER;
        return Refusal.of(code, text.zh(), text.en())
                .at(new ProblemError("header:" + name, null, code.code(), text, List.of()));
    }

    /** A caller that is still sending must get the chance to read the answer, but not to send for ever. */
    private void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(
                limits.linger().toMillis(), late -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.handler(null);
        request.resume();
    }

    static String requestId(String sent) {
        return sent != null && PLAIN_ID.matcher(sent).matches()
                ? sent
                : Identifiers.nextFast().toString();
    }
}
