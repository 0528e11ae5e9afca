package org.finplan.platform.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Makes the example of a request body of the examples of its properties. A property without one is left out, so that a
 * record has a whole example as soon as what it requires has examples.
 */
final class ExampleBodies {

    private static final String PREFIX = "#/components/schemas/";
    private static final int DEEPEST = 8;

    private final Map<String, Schema> schemas;

    private ExampleBodies(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** Gives every request body of the document an example that has none and can have one. */
    static void addTo(OpenAPI document) {
        ExampleBodies examples = new ExampleBodies(document.getComponents().getSchemas());
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .forEach(examples::complete);
    }

    private void complete(MediaType body) {
        if (body.getExample() == null && body.getExamples() == null && body.getSchema() != null) {
            of(body.getSchema(), DEEPEST).ifPresent(body::setExample);
        }
    }

    private Optional<Object> of(Schema schema, int depth) {
        if (schema == null || depth == 0) {
            return Optional.empty();
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.of(schema.getExamples().get(0));
        }
        if (schema.getProperties() != null) {
            Map<String, Object> values = new LinkedHashMap<>();
            schema.getProperties()
                    .forEach((name, property) -> own(property, depth).ifPresent(value -> values.put(name, value)));
            return values.isEmpty() ? Optional.empty() : Optional.of(values);
        }
        if (schema.getItems() != null) {
            return of(schema.getItems(), depth - 1).map(List::of);
        }
        return schema.getRef() == null
                ? Optional.empty()
                : of(schemas.get(schema.getRef().substring(PREFIX.length())), depth - 1);
    }

    /** Of a property: a shared simple type, such as a date, has an example of its own that means nothing here. */
    private Optional<Object> own(Schema property, int depth) {
        if (property.getRef() != null && property.getExamples() == null) {
            Schema target = schemas.get(property.getRef().substring(PREFIX.length()));
            return target == null || target.getProperties() == null ? Optional.empty() : of(target, depth - 1);
        }
        return of(property, depth);
    }
}
