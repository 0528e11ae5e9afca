package org.finplan.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * Paths that the gateway answers itself. They are looked up by their text: the router would try the pattern of each with
 * every request that goes through to a service.
 */
final class LocalEndpoints {

    private final Map<String, Handler<RoutingContext>> single = new HashMap<>();
    private final List<Family> families = new ArrayList<>();

    /** Paths with a name in them that holds neither slash nor colon. */
    private record Family(String beginning, String ending, Handler<RoutingContext> handler) {

        boolean has(String path) {
            int to = path.length() - ending.length();
            if (to <= beginning.length() || !path.startsWith(beginning) || !path.endsWith(ending)) {
                return false;
            }
            for (int at = beginning.length(); at < to; at++) {
                if (path.charAt(at) == '/' || path.charAt(at) == ':') {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Adds a path.
     *
     * @param path exactly as a caller sends it
     * @param handler what answers
     * @param methods that it takes; any other is refused
     * @return this
     */
    LocalEndpoints at(String path, Handler<RoutingContext> handler, HttpMethod... methods) {
        single.put(path, only(handler, methods));
        return this;
    }

    /**
     * Adds the paths of many things.
     *
     * @param beginning what stands before the name of the thing
     * @param ending what stands after it
     * @param handler what answers
     * @param methods that it takes; any other is refused
     * @return this
     */
    LocalEndpoints each(String beginning, String ending, Handler<RoutingContext> handler, HttpMethod... methods) {
        families.add(new Family(beginning, ending, only(handler, methods)));
        return this;
    }

    /**
     * Answers when the path is one of these.
     *
     * @param context the request
     * @param otherwise what happens when it is not
     */
    void handle(RoutingContext context, Handler<RoutingContext> otherwise) {
        Handler<RoutingContext> handler = find(context.request().path());
        (handler == null ? otherwise : handler).handle(context);
    }

    /** {@return whether the path is one of these} */
    boolean has(String path) {
        return find(path) != null;
    }

    private Handler<RoutingContext> find(String path) {
        Handler<RoutingContext> handler = single.get(path);
        for (int i = 0; handler == null && i < families.size(); i++) {
            handler = families.get(i).has(path) ? families.get(i).handler() : null;
        }
        return handler;
    }

    /** {@return all paths, a name in them as <code>{id}</code>} */
    Stream<String> templates() {
        return Stream.concat(
                single.keySet().stream(),
                families.stream().map(family -> family.beginning() + "{id}" + family.ending()));
    }

    private static Handler<RoutingContext> only(Handler<RoutingContext> handler, HttpMethod... methods) {
        List<HttpMethod> allowed = List.of(methods);
        String header = allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
        return context -> {
            if (!allowed.contains(context.request().method())) {
                throw ProblemException.of(
                                WebError.METHOD_NOT_ALLOWED,
                                "该地址支持的方法：" + header + "。",
                                "Methods of this path: " + header + ".")
                        .withHeader("Allow", header);
            }
            handler.handle(context);
        };
    }
}
