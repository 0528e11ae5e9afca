package org.finplan.platform.web.head;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.http.Accept;
import org.finplan.platform.http.HttpDate;
import org.finplan.platform.http.SingleHeaders;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * Reads what the framework would read otherwise: it takes the first of two headers that may stand once, stumbles over an
 * empty element of {@code Accept}, takes parameters of the request over into the answer, and ends a value of the query at
 * a semicolon.
 */
@ApplicationScoped
class RequestHead {

    private static final int BEFORE_THE_FRAMEWORK = 9_100;
    private static final int MOST_PARAMETERS = 1_024;
    private static final int NOT_ACCEPTABLE = 406;

    private final HttpDate date;

    RequestHead(Clock clock) {
        this.date = new HttpDate(clock);
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, BEFORE_THE_FRAMEWORK);
    }

    private void read(RoutingContext context) {
        context.response().putHeader(HttpHeaders.DATE, date.now());
        HttpServerRequest request = context.request();
        Optional<String> repeated = SingleHeaders.repeated(request.headers());
        if (repeated.isPresent()) {
            context.fail(repeated(repeated.get()));
        } else if (!readAccept(request.headers())) {
            context.fail(NOT_ACCEPTABLE);
        } else {
            readQuery(context);
            context.next();
        }
    }

    /** Puts the header into the form that it should have been sent in, and tells whether there is any. */
    private static boolean readAccept(MultiMap headers) {
        if (!headers.contains(HttpHeaders.ACCEPT)) {
            return true;
        }
        Accept accept = Accept.of(headers.getAll(HttpHeaders.ACCEPT));
        if (accept.isAnything()) {
            headers.remove(HttpHeaders.ACCEPT);
        } else {
            headers.set(HttpHeaders.ACCEPT, accept.text());
        }
        return accept.isAnything() || !accept.ranges().isEmpty();
    }

    private static void readQuery(RoutingContext context) {
        String uri = context.request().uri();
        if (uri.indexOf(';') >= 0) {
            MultiMap parameters = context.queryParams().clear();
            new QueryStringDecoder(uri, StandardCharsets.UTF_8, true, MOST_PARAMETERS, true)
                    .parameters()
                    .forEach(parameters::add);
        }
    }

    private static ProblemException repeated(String name) {
        LocalizedText text =
                new LocalizedText("请求头 " + name + " 只能出现一次。", "The header " + name + " may stand only once.");
        WebError code = WebError.REPEATED_PARAMETER;
        return new ProblemException(
                code, text, List.of(new ProblemError("header:" + name, null, code.code(), text, List.of())));
    }
}
