package org.finplan.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code, schemas, golden samples and the AsyncAPI document say the same. */
class ContractTest {

    static List<EventType> types() {
        return EventCatalog.types();
    }

    static List<String> samples() {
        return Contract.samples();
    }

    @Test
    void everyPayloadStandsInTheCatalogue() {
        assertThat(EventCatalog.types()).extracting(EventType::data).containsExactlyInAnyOrderElementsOf(payloads());
    }

    private static List<Class<? extends EventData>> payloads() {
        return Arrays.stream(EventData.class.getPermittedSubclasses())
                .<Class<? extends EventData>>map(payload -> payload.asSubclass(EventData.class))
                .toList();
    }

    @Test
    void everyTypeHasItsFilesAndNoFileIsLeftOver() {
        Set<String> schemas =
                types().stream().map(type -> "schemas/" + type.schemaFile()).collect(Collectors.toSet());
        assertThat(Contract.files("schemas")).containsExactlyInAnyOrderElementsOf(schemas);
        Set<String> samples =
                types().stream().map(type -> "samples/" + type.schemaFile()).collect(Collectors.toSet());
        assertThat(Contract.samples()).containsAll(samples);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaHasThePropertiesOfTheRecord(EventType type) {
        JsonNode schema = Contract.schema(type);
        assertThat(schema.path("$id").asText()).isEqualTo(type.schema());
        assertThat(schema.path("title").asText()).isEqualTo(type.name());
        Map<String, String> ofTheRecord = new TreeMap<>();
        for (RecordComponent component : type.data().getRecordComponents()) {
            ofTheRecord.put(component.getName(), jsonType(component.getType()));
        }
        Map<String, String> ofTheSchema = new TreeMap<>();
        schema.path("properties")
                .properties()
                .forEach(property -> ofTheSchema.put(
                        property.getKey(), property.getValue().path("type").asText()));
        assertThat(ofTheSchema).isEqualTo(ofTheRecord);
        assertThat(primitives(type)).isSubsetOf(required(schema));
    }

    @Test
    void theSchemaHasTheStatesOfAttainment() {
        JsonNode schema = Contract.schema(EventCatalog.of(AttainmentChanged.class));
        List<String> states = new ArrayList<>();
        schema.at("/properties/state/enum").forEach(state -> states.add(state.asText()));
        assertThat(states)
                .isEqualTo(Arrays.stream(AttainmentState.values())
                        .map(AttainmentState::code)
                        .toList());
    }

    private static String jsonType(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "integer";
            case "BigDecimal" -> "number";
            case "boolean", "Boolean" -> "boolean";
            case "LocalizedText" -> "object";
            case "String", "UUID", "Instant", "LocalDate", "AttainmentState" -> "string";
            default -> throw new AssertionError("No JSON type for " + type);
        };
    }

    /** A payload without these could not be read, so the schema must demand them. */
    private static Set<String> primitives(EventType type) {
        return Arrays.stream(type.data().getRecordComponents())
                .filter(component -> component.getType().isPrimitive())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aGoldenSampleIsReadAndWrittenTheSame(String sample) {
        Event<?> event = StructuredEvents.read(Contract.bytes(sample));
        assertThat(StructuredEvents.bytes(StructuredEvents.write(event)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(Contract.json(sample).toString());
        byte[] data = CloudEvents.data(event.data());
        assertThat(CloudEvents.event(CloudEvents.envelope(CloudEvents.headers(event.envelope())), data))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aGoldenSampleFitsItsSchema(String sample) {
        Event<?> event = StructuredEvents.read(Contract.bytes(sample));
        assertThat(faults(event.type(), CloudEvents.data(event.data()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaRefusesAPayloadThatLacksSomething(EventType type) {
        assertThat(faults(type, "{}".getBytes(StandardCharsets.UTF_8)))
                .hasSize(required(Contract.schema(type)).size());
    }

    private static List<String> faults(EventType type, byte[] data) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema schema = registry.getSchema(Contract.schema(type));
        String text = new String(data, StandardCharsets.UTF_8);
        return schema
                .validate(
                        text,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theAsyncApiDocumentHasTheTopicsAndTypesOfTheCode() {
        JsonNode document = Contract.asyncApi();
        Map<String, Set<String>> ofTheCode = new TreeMap<>();
        for (EventType type : types()) {
            ofTheCode.computeIfAbsent(type.topic(), topic -> new TreeSet<>()).add(type.name());
        }
        Map<String, Set<String>> ofTheDocument = new TreeMap<>();
        Set<String> deadLetterTopics = new TreeSet<>();
        for (JsonNode channel : document.path("channels")) {
            String address = channel.path("address").asText();
            if (address.endsWith(".dlq")) {
                deadLetterTopics.add(address);
            } else {
                ofTheDocument.put(address, messageNames(document, channel));
            }
        }
        assertThat(ofTheDocument).isEqualTo(ofTheCode);
        assertThat(deadLetterTopics)
                .isEqualTo(ofTheCode.keySet().stream().map(t -> t + ".dlq").collect(Collectors.toSet()));
    }

    private static Set<String> messageNames(JsonNode document, JsonNode channel) {
        Set<String> names = new TreeSet<>();
        for (JsonNode message : channel.path("messages")) {
            names.add(resolve(document, message).path("name").asText());
        }
        return names;
    }

    private static JsonNode resolve(JsonNode document, JsonNode reference) {
        JsonNode target = document.at(reference.path("$ref").asText().substring(1));
        assertThat(target.isMissingNode()).as(reference.toString()).isFalse();
        return target;
    }

    @ParameterizedTest
    @MethodSource("types")
    void theAsyncApiDocumentPointsToTheSchemaOfTheType(EventType type) {
        List<JsonNode> messages = StreamSupport.stream(
                        Contract.asyncApi().path("components").path("messages").spliterator(), false)
                .filter(message -> message.path("name").asText().equals(type.name()))
                .toList();
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).at("/payload/schema/$ref").asText()).isEqualTo("./schemas/" + type.schemaFile());
    }

    @Test
    void theAsyncApiDocumentHasTheHeadersOfTheCode() {
        JsonNode headers = Contract.asyncApi().at("/components/schemas/eventHeaders/properties");
        Event<?> sample =
                StructuredEvents.read(Contract.bytes(Contract.samples().get(0)));
        Set<String> ofTheDocument = new HashSet<>();
        headers.fieldNames().forEachRemaining(ofTheDocument::add);
        assertThat(CloudEvents.headers(sample.envelope()).keySet()).isEqualTo(ofTheDocument);
    }
}
