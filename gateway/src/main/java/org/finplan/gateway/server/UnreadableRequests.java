package org.finplan.gateway.server;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.finplan.gateway.accesslog.AccessLog;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.exchange.Exchanges;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.gateway.request.RequestLimitsConfig;
import org.finplan.platform.http.HttpDate;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * Answers requests whose head is no HTTP, too large to be parsed, or too slow. They never reach the router; without this
 * Vert.x would answer them without a body, and nobody would hear of it.
 */
@Singleton
class UnreadableRequests {

    private final RequestLimitsConfig limits;
    private final Exchanges exchanges;
    private final AccessLog accessLog;
    private final HttpDate date;

    UnreadableRequests(RequestLimitsConfig limits, Exchanges exchanges, AccessLog accessLog, Clock clock) {
        this.limits = limits;
        this.exchanges = exchanges;
        this.accessLog = accessLog;
        this.date = new HttpDate(clock);
    }

    /**
     * Answers a request.
     *
     * @param request whose head could not be read
     */
    void answer(HttpServerRequest request) {
        Exchange exchange = exchanges.beginUnreadable(request);
        ProblemException problem = problem(request.decoderResult().cause());
        HttpServerResponse response = request.response();
        response.setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, exchange.english() ? "en" : "zh")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.DATE, date.now())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(Exchange.REQUEST_ID, exchange.requestId())
                .end(Buffer.buffer(Answers.problemOf(problem, exchange, "/").toJson()))
                .onComplete(sent -> accessLog.measure(exchange, request, response, sent.succeeded()));
    }

    private ProblemException problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ProblemException.of(WebError.URI_TOO_LONG, "请求行过长。", "The request line is too long.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return ProblemException.of(WebError.HEADERS_TOO_LARGE, "请求头过大。", "The headers are too large.");
        }
        if (cause instanceof RequestHeads.TooSlow) {
            long seconds = limits.headTime().toSeconds();
            return ProblemException.of(
                    GatewayError.REQUEST_TIMEOUT,
                    "请求头须在 " + seconds + " 秒内发送完毕。",
                    "The head of a request must be whole within " + seconds + " seconds.");
        }
        if (cause instanceof RequestHeads.UnknownVersion) {
            // Not 505: what is the caller's fault must not look like a failure of ours.
            return ProblemException.of(
                    WebError.MALFORMED_REQUEST,
                    "只支持 HTTP/1.1 与 HTTP/1.0。",
                    "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
        }
        return ProblemException.of(WebError.MALFORMED_REQUEST, "请求无法解析。", "The request cannot be read.");
    }
}
