package org.finplan.gateway.service;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;

/** One service behind the gateway and the connections to it. */
public final class Service {

    private final String name;
    private final String origin;
    private final RequestOptions target;
    private final HttpClient client;

    Service(String name, String origin, RequestOptions target, HttpClient client) {
        this.name = name;
        this.origin = origin;
        this.target = target;
        this.client = client;
    }

    /** {@return name of the service, such as {@code indicators}} */
    public String name() {
        return name;
    }

    /** {@return scheme, host and port} */
    public String origin() {
        return origin;
    }

    /** {@return the pooled client of this service} */
    public HttpClient client() {
        return client;
    }

    /**
     * Opens a request whose method and path are set later.
     *
     * @return the request, failed when no connection comes about
     */
    public Future<HttpClientRequest> open() {
        return client.request(new RequestOptions(target));
    }

    /**
     * Asks the service itself, for answers that fit into memory.
     *
     * @param question what to ask
     * @param timeout most time without a byte of the answer
     * @return the answer, failed when the service cannot be reached or is too slow
     */
    public Future<Answer> ask(Question question, Duration timeout) {
        RequestOptions options = new RequestOptions(target)
                .setMethod(question.method())
                .setURI(question.uri())
                .setIdleTimeout(timeout.toMillis());
        question.headers().forEach(options::putHeader);
        return client.request(options)
                .compose(request -> request.send(question.body()))
                .compose(response -> response.body().map(body -> answer(response, body)));
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        return new Answer(response.statusCode(), response.getHeader("Content-Type"), body);
    }

    /**
     * What the gateway asks a service on its own behalf or to merge answers of several.
     *
     * @param method HTTP method
     * @param uri path with query
     * @param headers to send
     * @param body to send, empty when there is none
     */
    public record Question(HttpMethod method, String uri, Map<String, String> headers, Buffer body) {

        /**
         * A question without a body.
         *
         * @param uri path with query
         * @param headers to send
         * @return the question
         */
        public static Question get(String uri, Map<String, String> headers) {
            return new Question(HttpMethod.GET, uri, headers, Buffer.buffer());
        }
    }

    /**
     * What a service answered.
     *
     * @param status HTTP status
     * @param mediaType of the body, or null
     * @param body the bytes
     */
    public record Answer(int status, String mediaType, Buffer body) {}
}
