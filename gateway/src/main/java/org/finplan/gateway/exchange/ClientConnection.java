package org.finplan.gateway.exchange;

import io.vertx.core.http.HttpServerRequest;

/**
 * The client's connection, as far as the gateway may believe what it is told of it.
 *
 * @param address IP address of the client
 * @param scheme http or https
 * @param host host and port that the client addressed, or null
 */
public record ClientConnection(String address, String scheme, String host) {

    /** {@return what the connection itself shows} */
    static ClientConnection seen(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return new ClientConnection(
                address == null ? "-" : address,
                request.scheme() == null ? "http" : request.scheme(),
                request.authority() == null ? null : request.authority().toString());
    }
}
