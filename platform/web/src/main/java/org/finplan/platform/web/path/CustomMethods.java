package org.finplan.platform.web.path;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Custom methods stand behind a colon: {@code /alerts/{id}:acknowledge}. Some HTTP clients encode the colon, and mean the
 * same.
 */
class CustomMethods {

    @ServerRequestFilter(preMatching = true)
    public void readColon(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        if (path.contains("%3A") || path.contains("%3a")) {
            request.setRequestUri(UriBuilder.fromUri(uri)
                    .replacePath(path.replace("%3A", ":").replace("%3a", ":"))
                    .build());
        }
    }
}
