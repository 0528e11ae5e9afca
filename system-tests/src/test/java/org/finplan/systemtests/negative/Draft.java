package org.finplan.systemtests.negative;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.systemtests.api.Operation;
import org.finplan.systemtests.api.Parameter;

/**
 * A request in the making. Values of path and query are encoded already, so that a mutation can write what no encoder
 * would.
 *
 * @param operation what is asked
 * @param path values of the path parameters
 * @param query names and values in order, a name may come twice
 * @param headers besides the credential
 * @param body its octets, each as the character of that number; null for none
 */
record Draft(
        Operation operation, Map<String, String> path, List<String> query, Map<String, String> headers, String body) {

    Draft {
        path = new LinkedHashMap<>(path);
        query = new ArrayList<>(query);
        headers = new LinkedHashMap<>(headers);
    }

    /** A request with nothing wrong in it: what is required is there. */
    static Draft plain(Operation operation, Map<String, String> path, JsonNode body) {
        List<String> query = new ArrayList<>();
        Map<String, String> headers = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required() && parameter.place().equals("query")) {
                query.add(parameter.name() + "=" + Encoding.all(parameter.sample()));
            }
        }
        operation.parametersIn("header").stream()
                .filter(header -> header.name().equals("If-Match"))
                .forEach(header -> headers.put("If-Match", "\"1\""));
        if (body != null) {
            headers.put("Content-Type", Operation.JSON);
        }
        return new Draft(operation, path, query, headers, body == null ? null : octets(body.toString()));
    }

    Draft withPath(String name, String encoded) {
        Draft changed = copy();
        changed.path.put(name, encoded);
        return changed;
    }

    /** Sets a query parameter, in place of one of the same name. */
    Draft withQuery(String name, String encoded) {
        Draft changed = copy();
        changed.query.removeIf(pair -> pair.startsWith(name + "="));
        changed.query.add(name + "=" + encoded);
        return changed;
    }

    Draft withMoreQuery(String pair) {
        Draft changed = copy();
        changed.query.add(pair);
        return changed;
    }

    Draft withoutQuery(String name) {
        Draft changed = copy();
        changed.query.removeIf(pair -> pair.startsWith(name + "="));
        return changed;
    }

    Draft withHeader(String name, String value) {
        Draft changed = copy();
        changed.headers.put(name, value);
        return changed;
    }

    Draft withoutHeader(String name) {
        Draft changed = copy();
        changed.headers.remove(name);
        return changed;
    }

    Draft withBody(byte[] bytes) {
        return new Draft(operation, path, query, headers, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** {@return the octets of the body} */
    byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Draft copy() {
        return new Draft(operation, path, query, headers, body);
    }

    /** {@return path and query as they are sent} */
    String uri() {
        String filled = operation.path();
        for (Map.Entry<String, String> value : path.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    }
}
