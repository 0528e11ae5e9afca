package org.finplan.systemtests.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.systemtests.repository.Repository;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml with its anchors and merges resolved, and with its variables as written. */
final class ComposeFile {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final JsonNode root;

    private ComposeFile(JsonNode root) {
        this.root = root;
    }

    static ComposeFile read() {
        // SnakeYAML resolves the merge key (<<), which Jackson's YAML reader leaves as a property.
        Object document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Repository.text("docker-compose.yml"));
        return new ComposeFile(JSON.valueToTree(document));
    }

    JsonNode root() {
        return root;
    }

    /** {@return the services by name} */
    Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new LinkedHashMap<>();
        root.path("services").properties().forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    /** {@return the services that are built from this repository, by the module that they run} */
    Map<String, JsonNode> ownServices() {
        Map<String, JsonNode> own = new LinkedHashMap<>();
        services().values().stream()
                .filter(service -> service.has("build"))
                .forEach(service -> own.put(service.at("/build/args/SERVICE").asText(), service));
        return own;
    }

    /** {@return the environment of a service by key, values as written} */
    static Map<String, String> environment(JsonNode service) {
        Map<String, String> environment = new TreeMap<>();
        service.path("environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        return environment;
    }
}
