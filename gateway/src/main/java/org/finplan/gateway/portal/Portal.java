package org.finplan.gateway.portal;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;

/** The pages of the gateway for people: the first page, and the browsable API at {@code /docs}, which needs no other host. */
@ApplicationScoped
public class Portal {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";
    private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    private final Map<String, Page> pages = new HashMap<>();

    Portal() {
        String swagger = "META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
        put("/", "portal/index.html");
        put("/docs", "portal/docs.html");
        put("/docs/start.js", "portal/docs.js");
        put("/docs/swagger-ui.css", swagger + "swagger-ui.css");
        put("/docs/swagger-ui-bundle.js", swagger + "swagger-ui-bundle.js");
    }

    /** {@return the paths of the pages} */
    public Iterable<String> paths() {
        return pages.keySet();
    }

    /**
     * Answers with a page.
     *
     * @param context a request for one of {@link #paths()}
     */
    public void handle(RoutingContext context) {
        Exchange.of(context).routedTo("portal");
        Page page = pages.get(context.request().path());
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        Answers.send(context, 200, page.mediaType(), page.bytes());
    }

    private void put(String path, String resource) {
        String mediaType = MEDIA_TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        pages.put(path, new Page(mediaType, Buffer.buffer(read(resource))));
    }

    private static String swaggerVersion() {
        try {
            Properties properties = new Properties();
            properties.load(new ByteArrayInputStream(read(WEBJAR)));
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = Portal.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Page(String mediaType, Buffer bytes) {}
}
