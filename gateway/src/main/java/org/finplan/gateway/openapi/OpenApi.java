package org.finplan.gateway.openapi;

import io.quarkus.runtime.Startup;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.platform.http.Accept;
import org.finplan.platform.web.precondition.Preconditions;

/** The one OpenAPI document of the suite as the build made it: in 3.1 and 3.0.3, as YAML and JSON. */
@Startup
@ApplicationScoped
public class OpenApi {

    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";
    private static final String JSON_ENDING = "json";

    /** What callers name the document, the usual first. */
    private static final List<String> FORMS = List.of(
            YAML,
            "application/x-yaml",
            "text/yaml",
            "application/vnd.oai.openapi",
            JSON,
            "application/vnd.oai.openapi+json");

    private final Map<String, Rendering> renderings = new TreeMap<>();

    OpenApi() {
        renderings.put("/openapi", read("openapi.yaml", YAML));
        renderings.put("/openapi.json", read("openapi.json", JSON));
        renderings.put("/openapi-3.0.yaml", read("openapi-3.0.yaml", YAML));
        renderings.put("/openapi-3.0.json", read("openapi-3.0.json", JSON));
    }

    /** {@return the paths of the document} */
    public Iterable<String> paths() {
        return renderings.keySet();
    }

    /**
     * Answers with the document. {@code /openapi} is YAML unless the caller prefers JSON.
     *
     * @param context a request for one of {@link #paths()}
     */
    public void handle(RoutingContext context) {
        Exchange.of(context).routedTo("openapi");
        String path = context.request().path();
        if (path.equals("/openapi")) {
            context.response().putHeader("Vary", "Accept");
            path = prefersJson(Accept.of(context.request().getHeader("Accept"))) ? "/openapi.json" : path;
        }
        Rendering rendering = renderings.get(path);
        context.response().putHeader("ETag", rendering.tag()).putHeader("Cache-Control", "no-cache");
        if (Preconditions.isUnchanged(context.request().getHeader("If-None-Match"), rendering.tag())) {
            context.response().setStatusCode(304).end();
        } else {
            Answers.send(context, 200, rendering.mediaType(), rendering.body());
        }
    }

    /** Whether JSON of any kind stands higher than YAML; at the same weight YAML, the first form, wins. */
    static boolean prefersJson(Accept accept) {
        return accept.best(FORMS).filter(form -> form.endsWith(JSON_ENDING)).isPresent();
    }

    private static Rendering read(String name, String mediaType) {
        try (InputStream in = OpenApi.class.getClassLoader().getResourceAsStream("openapi/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The build made no " + name);
            }
            byte[] bytes = in.readAllBytes();
            return new Rendering(mediaType, Buffer.buffer(bytes), "\"" + UUID.nameUUIDFromBytes(bytes) + "\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    private record Rendering(String mediaType, Buffer body, String tag) {}
}
