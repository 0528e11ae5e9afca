package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The documents that were built into the gateway: its own and the committed ones of the services. */
final class OpenApiDocuments {

    private static final List<String> SERVICES = List.of("indicators", "tasks", "risk");
    private static final ObjectMapper YAML = new YAMLMapper();

    private OpenApiDocuments() {}

    /** {@return the one document of all} */
    static ObjectNode merged() {
        Map<String, ObjectNode> services = new TreeMap<>();
        for (String service : SERVICES) {
            services.put(service, read("openapi/" + service + "/openapi.yaml"));
        }
        return OpenApiMerge.merge(read("openapi/gateway.yaml"), services);
    }

    private static ObjectNode read(String resource) {
        try (InputStream in = OpenApiDocuments.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " was not built in");
            }
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " cannot be read", unreadable);
        }
    }

    static byte[] yaml(ObjectNode document) {
        try {
            return YAML.writeValueAsBytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
