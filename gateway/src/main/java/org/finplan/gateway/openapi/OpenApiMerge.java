package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.finplan.gateway.scope.Scope;

/**
 * Makes one OpenAPI document of several. A path that the gateway answers itself is described by the gateway alone; everything
 * else must be told apart by path, by operation id and by component, or the merge is refused.
 */
final class OpenApiMerge {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final String GATEWAY = "gateway";
    private static final String PROBLEM = "#/components/responses/Problem";

    private final ObjectNode merged;
    private final Set<String> ownPaths = new HashSet<>();
    private final Map<String, String> operations = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final List<String> conflicts = new ArrayList<>();

    private OpenApiMerge(ObjectNode base) {
        this.merged = base.deepCopy();
        collectOperations(GATEWAY, merged.path("paths"));
    }

    /**
     * Merges.
     *
     * @param base what no code describes: title, security, tags, and the paths beside the API
     * @param own description of the gateway's own operations
     * @param services descriptions of the services by name
     * @return the one document
     * @throws IllegalStateException that names every conflict
     */
    static ObjectNode merge(ObjectNode base, ObjectNode own, Map<String, ObjectNode> services) {
        OpenApiMerge merge = new OpenApiMerge(base);
        merge.add(GATEWAY, own);
        merge.merged.path("paths").fieldNames().forEachRemaining(merge.ownPaths::add);
        new TreeMap<>(services).forEach(merge::add);
        merge.addScopes();
        merge.prune();
        if (!merge.conflicts.isEmpty()) {
            throw new IllegalStateException(
                    "The OpenAPI documents cannot be merged: " + String.join("; ", merge.conflicts));
        }
        return merge.merged;
    }

    private void add(String service, ObjectNode document) {
        ObjectNode paths = merged.withObject("/paths");
        document.path("paths").properties().forEach(path -> {
            if (ownPaths.contains(path.getKey())) {
                return;
            }
            if (paths.has(path.getKey())) {
                conflicts.add("path " + path.getKey() + " of " + service + " is taken by " + owners.get(path.getKey()));
                return;
            }
            owners.put(path.getKey(), service);
            ObjectNode item = path.getValue().deepCopy();
            forEachOperation(item, operation -> {
                inheritSecurity(operation);
                addResponses(service, operation);
            });
            paths.set(path.getKey(), item);
            ObjectNode single = merged.objectNode();
            single.set(path.getKey(), item);
            collectOperations(service, single);
        });
        document.path("components").properties().forEach(section -> {
            if (!section.getKey().equals("securitySchemes")) {
                section.getValue()
                        .properties()
                        .forEach(component ->
                                addComponent(service, section.getKey(), component.getKey(), component.getValue()));
            }
        });
        addTags(document.path("tags"));
    }

    /**
     * Services say which scheme they take of the gateway. To callers it is the gateway's, unless an operation is open to
     * everybody: there credentials may be left out.
     */
    private static void inheritSecurity(ObjectNode operation) {
        JsonNode security = operation.remove("security");
        boolean open = security != null && (security.isEmpty() || contains(security, JsonNode::isEmpty));
        if (open) {
            operation.putArray("security");
        }
    }

    private static boolean contains(JsonNode array, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(wanted);
    }

    /** What the gateway may answer before the operation, and instead of a service. */
    private static void addResponses(String service, ObjectNode operation) {
        ObjectNode responses = operation.withObject("/responses");
        Set<String> statuses = new TreeSet<>(Set.of("429"));
        if (operation.has("requestBody")) {
            statuses.addAll(Set.of("408", "413"));
        }
        if (!service.equals(GATEWAY)) {
            operation.put("x-service", service);
            statuses.add("504");
        }
        statuses.stream()
                .filter(status -> !responses.has(status))
                .forEach(status -> responses.putObject(status).put("$ref", PROBLEM + status));
    }

    /** What the credential of a system must reach; operations for everybody need none. */
    private void addScopes() {
        merged.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> {
                    ObjectNode operation = (ObjectNode) entry.getValue();
                    boolean forAll = operation.path("x-roles").toString().contains("\"public\"");
                    Optional.ofNullable(operation.path("x-service").textValue())
                            .or(() -> Scope.ownArea(path.getKey()))
                            .filter(area -> !forAll)
                            .ifPresent(area -> operation
                                    .putArray("x-scopes")
                                    .add(Scope.needed(area, entry.getKey().toUpperCase(Locale.ROOT))));
                }));
    }

    private void addComponent(String service, String section, String name, JsonNode component) {
        ObjectNode target = merged.withObject("/components").withObject("/" + section);
        JsonNode known = target.get(name);
        if (known == null) {
            target.set(name, component.deepCopy());
            owners.put(section + "/" + name, service);
        } else if (!known.equals(component)) {
            conflicts.add(section + "/" + name + " of " + service + " differs from that of "
                    + owners.getOrDefault(section + "/" + name, GATEWAY));
        }
    }

    private void addTags(JsonNode tags) {
        ArrayNode target = merged.withArray("/tags");
        Set<String> names = new HashSet<>();
        target.forEach(tag -> names.add(tag.path("name").asText()));
        tags.forEach(tag -> {
            if (names.add(tag.path("name").asText())) {
                target.add(tag.deepCopy());
            }
        });
    }

    private void collectOperations(String service, JsonNode paths) {
        paths.properties()
                .forEach(path -> forEachOperation(path.getValue(), operation -> {
                    String id = operation.path("operationId").asText();
                    String other = operations.put(id, service + " " + path.getKey());
                    if (id.isEmpty() || other != null) {
                        conflicts.add("operationId '" + id + "' of " + service + " " + path.getKey()
                                + (other == null ? " is missing" : " is taken by " + other));
                    }
                }));
    }

    private static void forEachOperation(JsonNode item, Consumer<ObjectNode> visitor) {
        item.properties().forEach(entry -> {
            if (METHODS.contains(entry.getKey())) {
                visitor.accept((ObjectNode) entry.getValue());
            }
        });
    }

    /** Takes away components that nothing refers to any more, such as those of paths that the gateway answers itself. */
    private void prune() {
        Set<String> used = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(merged.path("paths")));
        while (!open.isEmpty()) {
            for (JsonNode reference : open.pop().findValues("$ref")) {
                String pointer = reference.asText();
                if (pointer.startsWith("#/") && used.add(pointer)) {
                    JsonNode target = merged.at(pointer.substring(1));
                    if (target.isMissingNode()) {
                        conflicts.add(pointer + " is referred to and is not there");
                    }
                    open.push(target);
                }
            }
        }
        merged.path("components").properties().forEach(section -> {
            if (!section.getKey().equals("securitySchemes")) {
                Iterator<String> names = section.getValue().fieldNames();
                while (names.hasNext()) {
                    if (!used.contains("#/components/" + section.getKey() + "/" + names.next())) {
                        names.remove();
                    }
                }
            }
        });
    }
}
