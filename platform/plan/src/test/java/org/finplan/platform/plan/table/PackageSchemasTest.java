package org.finplan.platform.plan.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageSchemasTest {

    @Test
    void everyFieldOfTheSchemasIsDescribedInBothLanguagesAndEveryObjectIsClosed() {
        List<String> open = new ArrayList<>();
        for (String file : PlanFiles.all()) {
            look(file, "", PackageSchemas.of(file), open);
        }
        assertThat(open)
                .as("objects that take any field: notes that the suite does not read")
                .containsExactly(
                        "indicators.json /properties/indicators/items/properties/checks/items",
                        "systems.json /properties/dispositions");
    }

    private static void look(String file, String place, JsonNode schema, List<String> open) {
        JsonNode properties = schema.path("properties");
        if (schema.path("type").toString().contains("object")
                && !schema.path("additionalProperties").isBoolean()) {
            open.add(file + " " + place);
        }
        properties.properties().forEach(field -> {
            String where = place + "/properties/" + field.getKey();
            assertThat(field.getValue().path("description").asText())
                    .as(file + where)
                    .isNotBlank();
            assertThat(field.getValue().path("x-description-zh").asText())
                    .as(file + where)
                    .isNotBlank();
            look(file, where, PackageSchemas.resolved(field.getValue()), open);
        });
        if (schema.has("items")) {
            look(file, place + "/items", PackageSchemas.resolved(schema.path("items")), open);
        }
    }
}
