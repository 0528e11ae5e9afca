package org.finplan.platform.web.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Finds the schemas that callers send: those of request bodies, and what these refer to. */
final class SentSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> found = new HashSet<>();

    private SentSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The names of the schemas. */
    static Set<String> of(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        SentSchemas sent = new SentSchemas(schemas == null ? Map.of() : schemas);
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .forEach(mediaType -> sent.follow(mediaType.getSchema()));
        return sent.found;
    }

    private void follow(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && schema.getRef().startsWith(PREFIX)) {
            String name = schema.getRef().substring(PREFIX.length());
            if (found.add(name)) {
                follow(schemas.get(name));
            }
        }
        inner(schema).forEach(this::follow);
    }

    private static Collection<Schema> inner(Schema schema) {
        List<Schema> inner = new ArrayList<>();
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .forEach(inner::addAll);
        if (schema.getProperties() != null) {
            inner.addAll(schema.getProperties().values());
        }
        inner.add(schema.getItems());
        inner.add(schema.getAdditionalPropertiesSchema());
        inner.removeIf(Objects::isNull);
        return inner;
    }
}
