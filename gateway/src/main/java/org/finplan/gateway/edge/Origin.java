package org.finplan.gateway.edge;

import io.vertx.core.http.HttpServerRequest;

/**
 * Whom a request comes from and what it asked for, as far as the gateway may believe it.
 *
 * @param address IP address of the client
 * @param scheme http or https
 * @param host host and port that the client addressed, or null
 */
public record Origin(String address, String scheme, String host) {

    /** {@return what the connection itself shows} */
    static Origin seen(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return new Origin(
                address == null ? "-" : address,
                request.scheme() == null ? "http" : request.scheme(),
                request.authority() == null ? null : request.authority().toString());
    }
}
