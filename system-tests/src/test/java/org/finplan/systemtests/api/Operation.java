package org.finplan.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation of the API.
 *
 * @param id operationId, unique in the document
 * @param method HTTP method
 * @param path path with its parameters in braces
 * @param parameters all of them, also those of the path item
 * @param bodies a sample for each media type of the request body; empty when it has none
 * @param bodyRequired whether a request without a body is wrong
 * @param statuses the statuses that the document names
 * @param open whether it needs no credential
 */
public record Operation(
        String id,
        String method,
        String path,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        boolean bodyRequired,
        Set<Integer> statuses,
        boolean open) {

    /** The media type of nearly all bodies. */
    public static final String JSON = "application/json";

    /** {@return the parameters in one place} */
    public List<Parameter> parametersIn(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.place().equals(place))
                .toList();
    }

    /** {@return whether it changes nothing by its method} */
    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + id + ")";
    }
}
