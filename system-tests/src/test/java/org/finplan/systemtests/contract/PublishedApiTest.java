package org.finplan.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The API that the build made: what callers were promised still holds, and the document is true to its own schemas. */
class PublishedApiTest {

    private static final Path PUBLISHED = Repository.ROOT.resolve("gateway/published-api.yaml");
    private static final MergedDocument API = MergedDocument.read();

    @Test
    @Tag("G03")
    void nothingThatWasPublishedIsBroken() throws IOException {
        String current = Files.readString(MergedDocument.DIRECTORY.resolve("openapi-3.0.yaml"));
        assertThat(BreakingChanges.between(Files.readString(PUBLISHED), current))
                .as(
                        "changes that break callers: give the path a new version beside the old one (docs/api.md), or, if it"
                                + " was in no release, run gateway/api-checks/accept --unreleased")
                .isEmpty();
    }

    @Test
    void theOlderRenderingIsReadByAToolThatKnowsNoNewer() throws IOException {
        String older = Files.readString(MergedDocument.DIRECTORY.resolve("openapi-3.0.yaml"));
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(older);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(API.root().path("paths"));
    }

    @Test
    void everyExampleFitsItsSchema() {
        List<String> faults = new ArrayList<>();
        for (MergedDocument.Operation operation : API.operations()) {
            content(operation + " body", API.resolve(operation.node().path("requestBody")), faults);
            operation
                    .node()
                    .path("responses")
                    .properties()
                    .forEach(response ->
                            content(operation + " " + response.getKey(), API.resolve(response.getValue()), faults));
            operation.node().path("parameters").forEach(reference -> {
                JsonNode parameter = API.resolve(reference);
                if (parameter.has("example")) {
                    check(operation + " ?" + parameter.path("name").asText(), parameter, faults);
                }
            });
        }
        assertThat(faults)
                .as("an answer that no longer fits: run gateway/api-checks/examples with the operation's id")
                .isEmpty();
    }

    private static void content(String place, JsonNode holder, List<String> faults) {
        holder.path("content").properties().forEach(media -> check(place, media.getValue(), faults));
    }

    private static void check(String place, JsonNode media, List<String> faults) {
        List<JsonNode> examples = new ArrayList<>();
        if (media.has("example")) {
            examples.add(media.path("example"));
        }
        media.path("examples")
                .forEach(example -> examples.add(API.resolve(example).path("value")));
        for (JsonNode example : examples) {
            API.faults(media.path("schema"), example).forEach(fault -> faults.add(place + ": " + fault));
        }
    }

    @Test
    void everyRequestBodyHasAnExampleAndEveryAnswerASchema() {
        List<String> faults = new ArrayList<>();
        for (MergedDocument.Operation operation : API.operations()) {
            operation.node().path("requestBody").path("content").properties().stream()
                    .filter(media -> media.getKey().equals("application/json"))
                    .filter(media -> !media.getValue().has("example")
                            && !media.getValue().has("examples"))
                    .forEach(media -> faults.add(operation + " has no example of its body"));
            operation.node().path("responses").properties().forEach(response -> {
                JsonNode content = API.resolve(response.getValue()).path("content");
                boolean empty =
                        response.getKey().equals("204") || response.getKey().equals("304");
                if (!empty
                        && (content.isEmpty()
                                || !content.findValues("schema").stream().allMatch(JsonNode::isObject))) {
                    faults.add(operation + " does not say what " + response.getKey() + " holds");
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Tag("G03")
    void everyJsonAnswerHasAnExample() {
        Set<String> without = new TreeSet<>();
        for (MergedDocument.Operation operation : API.operations()) {
            // The document is no example of itself, and what a schema refers to would be looked for in the document.
            if (!operation.path().startsWith("/openapi") && !operation.path().contains("/plan-package-schemas/")) {
                operation.node().path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .map(response ->
                                API.resolve(response.getValue()).path("content").path("application/json"))
                        .filter(media -> media.isObject() && !media.has("example"))
                        .forEach(media -> without.add(operation.id()));
            }
        }
        assertThat(without)
                .as("operations whose answer nobody can see: run gateway/api-checks/examples")
                .isEmpty();
    }

    @Test
    void everySchemaIsNamedOnPurpose() {
        // Two classes of one name get a number from the generator, which changes when a third one comes.
        Set<String> numbered = new TreeSet<>();
        API.root().path("components").path("schemas").fieldNames().forEachRemaining(name -> {
            if (name.matches(".*\\d")) {
                numbered.add(name);
            }
        });
        assertThat(numbered)
                .as("schemas without a name of their own: use @Schema(name = …)")
                .isEmpty();
    }

    @Test
    void thePublishedDocumentIsReadable() throws IOException {
        assertThat(new YAMLMapper().readTree(PUBLISHED.toFile()).path("openapi").asText())
                .isEqualTo("3.0.3");
    }
}
