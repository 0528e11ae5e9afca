package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.finplan.gateway.edge.Answers;
import org.finplan.gateway.edge.Exchange;
import org.jboss.logging.Logger;

/** The one OpenAPI document of the suite. It is merged once, in the background of the start. */
@Startup
@ApplicationScoped
public class OpenApi {

    private static final Logger LOG = Logger.getLogger(OpenApi.class);

    private final Future<Rendered> document;

    OpenApi(Vertx vertx) {
        this.document = vertx.executeBlocking(OpenApi::render)
                .onFailure(conflict -> LOG.error("There is no OpenAPI document", conflict));
    }

    /**
     * Answers with the document as YAML.
     *
     * @param context the request
     */
    public void yaml(RoutingContext context) {
        answer(context, "application/yaml", true);
    }

    /**
     * Answers with the document as JSON.
     *
     * @param context the request
     */
    public void json(RoutingContext context) {
        answer(context, "application/json", false);
    }

    private void answer(RoutingContext context, String mediaType, boolean yaml) {
        Exchange.of(context).routedTo("openapi");
        document.onSuccess(rendered -> {
                    Buffer body = yaml ? rendered.yaml() : rendered.json();
                    String tag = "\"" + rendered.version() + (yaml ? "-y" : "-j") + "\"";
                    context.response().putHeader("ETag", tag).putHeader("Cache-Control", "no-cache");
                    if (tag.equals(context.request().getHeader("If-None-Match"))) {
                        context.response().setStatusCode(304).end();
                    } else {
                        Answers.send(context, 200, mediaType, body);
                    }
                })
                .onFailure(context::fail);
    }

    private static Rendered render() {
        ObjectNode merged = OpenApiDocuments.merged();
        byte[] json = merged.toString().getBytes(StandardCharsets.UTF_8);
        String version = UUID.nameUUIDFromBytes(json).toString();
        return new Rendered(Buffer.buffer(OpenApiDocuments.yaml(merged)), Buffer.buffer(json), version);
    }

    private record Rendered(Buffer yaml, Buffer json, String version) {}
}
