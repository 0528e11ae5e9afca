package org.finplan.gateway.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.ProblemException;

/** Sends what the gateway itself answers. */
public final class Answers {

    private Answers() {}

    /**
     * Answers with a problem. The rest of the request's body is thrown away.
     *
     * @param context the request
     * @param problem what is wrong and why
     */
    public static void problem(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Not response.reset(): after that nobody hears of the end, and the request counts as running for ever.
            context.request().connection().close();
            return;
        }
        response.setStatusCode(problem.code().status());
        problem.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.putHeader(HttpHeaders.CONTENT_LANGUAGE, language(context));
        response.end(body(context, problem));
    }

    /**
     * Renders the body of a problem for a request.
     *
     * @param context the request
     * @param problem what is wrong and why
     * @return the JSON text
     */
    public static Buffer body(RoutingContext context, ProblemException problem) {
        Exchange exchange = Exchange.of(context);
        return Buffer.buffer(
                problemOf(problem, exchange, context.request().path()).toJson());
    }

    /**
     * Puts a problem into the form of the wire.
     *
     * @param problem what is wrong and why
     * @param exchange of the request
     * @param path of the request, without its query, which may hold secrets
     * @return the problem
     */
    public static Problem problemOf(ProblemException problem, Exchange exchange, String path) {
        return Problem.of(
                problem.code(),
                problem.detail(),
                problem.errors(),
                exchange.english(),
                path,
                exchange.trace().traceId());
    }

    /**
     * Answers with JSON.
     *
     * @param context the request
     * @param status HTTP status
     * @param body the JSON value
     */
    public static void json(RoutingContext context, int status, JsonNode body) {
        send(context, status, "application/json", Buffer.buffer(body.toString()));
    }

    /**
     * Answers with a text of any type.
     *
     * @param context the request
     * @param status HTTP status
     * @param mediaType of the body
     * @param body the bytes
     */
    public static void send(RoutingContext context, int status, String mediaType, Buffer body) {
        HttpServerResponse response = context.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                    .end(body);
        }
    }

    private static String language(RoutingContext context) {
        return Exchange.of(context).english() ? "en" : "zh";
    }
}
