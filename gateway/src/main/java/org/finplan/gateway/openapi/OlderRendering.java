package org.finplan.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Renders an OpenAPI 3.1 document as OpenAPI 3.0.3 for tools that know no newer one. SmallRye writes it. SmallRye drops in
 * silence what it cannot say in 3.0.3, so that its text is read again: what is lost on the way is refused.
 */
final class OlderRendering {

    private static final String VERSION = "3.0.3";
    private static final ObjectMapper JSON = new ObjectMapper();

    private OlderRendering() {}

    /**
     * Renders.
     *
     * @param document OpenAPI 3.1
     * @return a new document in OpenAPI 3.0.3
     * @throws IllegalStateException when the document says something that is lost in 3.0.3; it names the place
     */
    static ObjectNode of(ObjectNode document) {
        refuseLoss(tree(document.toString()), written(document, new OASFilter() {}), "");
        ObjectNode newer = written(document, new OlderRenderingFilter(document));
        ObjectNode older = written(newer, version(VERSION));
        // SmallRye's word for null without a type, which generators do not understand: it counts as lost.
        ArrayNode nullAlone = JSON.createArrayNode().addNull();
        older.findParents("enum").stream()
                .filter(schema -> schema.path("enum").equals(nullAlone))
                .forEach(schema -> ((ObjectNode) schema).remove("enum"));
        refuseLoss(newer, written(older, version(newer.path("openapi").asText())), "");
        // Beside a reference 3.1 allows a summary and a description, 3.0 nothing.
        older.findParents("$ref").forEach(reference -> ((ObjectNode) reference).retain("$ref"));
        return older;
    }

    private static ObjectNode written(ObjectNode document, OASFilter filter) {
        byte[] text = document.toString().getBytes(StandardCharsets.UTF_8);
        return tree(SmallRyeOpenAPI.builder()
                .withConfig(new SmallRyeConfigBuilder().build())
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(text))
                .withFilters(List.of(filter))
                .build()
                .toJSON());
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OASFilter version(String version) {
        return new OASFilter() {
            @Override
            public void filterOpenAPI(OpenAPI document) {
                document.setOpenapi(version);
            }
        };
    }

    private static void refuseLoss(JsonNode said, JsonNode read, String place) {
        if (said.isObject() && read.isObject()) {
            said.properties()
                    .forEach(
                            part -> refuseLoss(part.getValue(), read.path(part.getKey()), place + "/" + part.getKey()));
        } else if (said.isArray() && said.size() == read.size()) {
            for (int i = 0; i < said.size(); i++) {
                refuseLoss(said.get(i), read.get(i), place + "/" + i);
            }
        } else if (!said.equals(read)) {
            throw new IllegalStateException("OpenAPI " + VERSION + " by SmallRye does not say " + place + ": " + said);
        }
    }
}
