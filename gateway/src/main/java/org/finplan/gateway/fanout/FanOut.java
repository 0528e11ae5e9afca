package org.finplan.gateway.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.identity.InternalTokens;
import org.finplan.gateway.service.Service;
import org.finplan.gateway.service.Services;
import org.finplan.platform.http.TraceParent;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Puts one question to several services at once, as the caller. */
@ApplicationScoped
class FanOut {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Services services;
    private final InternalTokens tokens;
    private final ObjectMapper json;

    FanOut(Services services, InternalTokens tokens, ObjectMapper json) {
        this.services = services;
        this.tokens = tokens;
        this.json = json;
    }

    /** {@return whether a service of this name can be asked} */
    boolean isNamed(String service) {
        return names().contains(service);
    }

    /** {@return the names of all services} */
    List<String> names() {
        return services.all().stream().map(Service::name).toList();
    }

    /**
     * Asks one service.
     *
     * @param context the caller's request
     * @param service name of the service
     * @param method HTTP method
     * @param uri path with query
     * @return its answer, whatever its status; failed with a 503 problem when it cannot be reached
     */
    Future<Service.Answer> ask(RoutingContext context, String service, HttpMethod method, String uri) {
        Service.Question question = new Service.Question(method, uri, headers(context), Buffer.buffer());
        return services.named(service)
                .ask(question, PATIENCE)
                .recover(failure -> Future.failedFuture(unavailable(service)));
    }

    /**
     * Asks one service and needs its answer.
     *
     * @param context the caller's request
     * @param service name of the service
     * @param method HTTP method
     * @param uri path with query
     * @return the JSON; failed when it is unavailable, or with {@link Relay} when it refuses
     */
    Future<JsonNode> answer(RoutingContext context, String service, HttpMethod method, String uri) {
        return ask(context, service, method, uri).map(this::accepted);
    }

    /** {@return the answer of a service, passed on as it is} */
    static Response response(Service.Answer answer) {
        return Response.status(answer.status())
                .type(answer.mediaType() == null ? MediaType.APPLICATION_JSON : answer.mediaType())
                .entity(answer.body().getBytes())
                .build();
    }

    private JsonNode accepted(Service.Answer answer) {
        if (answer.status() >= 300) {
            throw new Relay(answer);
        }
        try {
            return json.readTree(answer.body().getBytes());
        } catch (IOException noJson) {
            throw new IllegalStateException("A service answered no JSON", noJson);
        }
    }

    private Map<String, String> headers(RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Authorization", tokens.authorizationFor(Identity.of(context)).toString());
        headers.put(Exchange.REQUEST_ID.toString(), exchange.requestId());
        headers.put(TraceParent.NAME, exchange.trace().header());
        for (String name : List.of("Accept-Language", "Idempotency-Key")) {
            String value = context.request().getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static ProblemException unavailable(String service) {
        return ProblemException.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "服务 " + service + " 暂不可用；可用 service 参数只查询其他服务。",
                        "Service " + service + " cannot be reached; the parameter service asks the others alone.")
                .withHeader("Retry-After", "2");
    }

    /** A service refused; its answer goes to the caller as it is. */
    static final class Relay extends RuntimeException {
        private final Service.Answer answer;

        Relay(Service.Answer answer) {
            super("relayed", null, false, false);
            this.answer = answer;
        }

        Service.Answer answer() {
            return answer;
        }
    }
}
