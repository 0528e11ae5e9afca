package org.finplan.systemtests.document;

import java.util.Map;
import java.util.Optional;

/**
 * A call that a document shows.
 *
 * @param document that shows it
 * @param user whose token is sent, empty without one
 * @param method HTTP method
 * @param path with its query, below the gateway
 * @param headers that are sent beside the token
 * @param body that is sent, empty without one
 */
public record DocumentedCall(
        String document,
        Optional<String> user,
        String method,
        String path,
        Map<String, String> headers,
        Optional<String> body) {

    /** {@return whether the document shows what comes without credentials, which is a refusal} */
    public boolean isRefused() {
        return user.isEmpty() && path.startsWith("/api/") && !path.startsWith("/api/v1/public/");
    }

    @Override
    public String toString() {
        return document + ": " + method + " " + path + " as " + user.orElse("nobody");
    }
}
