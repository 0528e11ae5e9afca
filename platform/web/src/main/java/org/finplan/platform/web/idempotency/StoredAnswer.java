package org.finplan.platform.web.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The answer of an operation as it is kept.
 *
 * @param requestHash what was asked, see {@link RequestHash}
 * @param status HTTP status
 * @param headers headers that the operation set, such as {@code Location} and {@code ETag}
 * @param body JSON, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals only, and never leaves the package
record StoredAnswer(byte[] requestHash, int status, Map<String, List<String>> headers, byte[] body) {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    static StoredAnswer of(byte[] requestHash, Method method, Object result, ObjectMapper mapper)
            throws JsonProcessingException {
        if (result instanceof RestResponse<?> response) {
            return of(requestHash, response.toResponse(), mapper);
        }
        if (result instanceof Response response) {
            return of(requestHash, response, mapper);
        }
        ResponseStatus declared = method.getAnnotation(ResponseStatus.class);
        int usual = result == null ? NO_CONTENT : OK;
        return new StoredAnswer(
                requestHash, declared == null ? usual : declared.value(), Map.of(), json(result, mapper));
    }

    private static StoredAnswer of(byte[] requestHash, Response response, ObjectMapper mapper)
            throws JsonProcessingException {
        Map<String, List<String>> headers = new TreeMap<>();
        response.getStringHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return new StoredAnswer(requestHash, response.getStatus(), headers, json(response.getEntity(), mapper));
    }

    private static byte[] json(Object entity, ObjectMapper mapper) throws JsonProcessingException {
        Object kept = entity instanceof ShownOnce answer ? answer.withoutSecret() : entity;
        return kept == null ? null : mapper.writeValueAsBytes(kept);
    }

    /** The answer once more, marked as such. */
    Response replay() {
        Response.ResponseBuilder builder = Response.status(status).header("Idempotency-Replayed", "true");
        headers.forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (body != null) {
            builder.entity(body);
            if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
                builder.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            }
        }
        return builder.build();
    }
}
