package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.info.License;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says in words of OpenAPI 3.1 that 3.0 has too what SmallRye does not put into the older words by itself. */
final class OlderRenderingFilter implements OASFilter {

    private final ObjectNode document;

    OlderRenderingFilter(ObjectNode document) {
        this.document = document;
    }

    @Override
    public void filterOpenAPI(OpenAPI model) {
        model.setJsonSchemaDialect(null);
        Info info = model.getInfo();
        if (info == null) {
            return;
        }
        if (info.getSummary() != null) {
            String description = info.getDescription();
            info.description(description == null ? info.getSummary() : info.getSummary() + "\n\n" + description)
                    .setSummary(null);
        }
        License license = info.getLicense();
        if (license != null && license.getIdentifier() != null) {
            if (license.getUrl() == null) {
                license.setUrl("https://spdx.org/licenses/" + license.getIdentifier() + ".html");
            }
            license.setIdentifier(null);
        }
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null) {
            // The type says again what the reference says.
            schema.setType(null);
        } else if (schema.getType() != null) {
            // Null last, where SmallRye puts it.
            schema.setType(schema.getType().stream().sorted().toList());
        } else if (schema.getAnyOf() != null) {
            typeNullable(schema);
        }
        if (List.of(SchemaType.ARRAY).equals(schema.getType()) && schema.getItems() == null) {
            schema.setItems(OASFactory.createSchema());
        }
        List<Object> values = schema.getEnumeration();
        if (values != null && values.size() == 1 && values.get(0) != null) {
            schema.constValue(values.get(0)).setEnumeration(null);
        }
        if (schema.getExamples() != null) {
            schema.getExamples().stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(example -> schema.set("example", example));
            schema.setExamples(null);
        }
        return schema;
    }

    /** In 3.0 null is added to a type that stands beside it only, so that a reference that may be null needs its type. */
    private void typeNullable(Schema schema) {
        List<Schema> parts = schema.getAnyOf();
        String reference = parts.get(0).getRef();
        if (parts.size() == 2
                && reference != null
                && List.of(SchemaType.NULL).equals(parts.get(1).getType())) {
            JsonNode type = document.at(reference.substring(1)).path("type");
            if (type.isTextual()) {
                schema.setType(List.of(SchemaType.valueOf(type.asText().toUpperCase(Locale.ROOT)), SchemaType.NULL));
            }
        }
    }
}
