package org.finplan.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers of events were promised, a copy of the contract of its own (docs/events.md), still holds. */
class PublishedEventsTest {

    private static final String PUBLISHED = "published/";

    static Iterable<String> schemas() {
        return Contract.files(PUBLISHED + "schemas");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void noSchemaBreaksItsReaders(String published) {
        String current = published.substring(PUBLISHED.length());
        assertThat(Contract.files("schemas")).as("a type of event is gone").contains(current);
        assertThat(EventBreaks.between(Contract.json(published), Contract.json(current)))
                .as("changes that break readers: give the type a new version beside the old one (docs/events.md)")
                .isEmpty();
    }

    @Test
    void everyEventStillComesOnItsTopic() {
        Map<String, Set<String>> current = topics(Contract.asyncApi());
        topics(Contract.asyncApi(PUBLISHED))
                .forEach((address, events) ->
                        assertThat(current.get(address)).as(address).isNotNull().containsAll(events));
    }

    @Test
    void noHeaderBreaksItsReaders() {
        String headers = "/components/schemas/eventHeaders";
        assertThat(EventBreaks.between(
                        Contract.asyncApi(PUBLISHED).at(headers),
                        Contract.asyncApi().at(headers)))
                .isEmpty();
    }

    private static Map<String, Set<String>> topics(JsonNode document) {
        Map<String, Set<String>> topics = new TreeMap<>();
        for (JsonNode channel : document.path("channels")) {
            Set<String> events = new TreeSet<>();
            channel.path("messages")
                    .forEach(message -> events.add(message.path("$ref").asText().replaceFirst(".*/", "")));
            topics.put(channel.path("address").asText(), events);
        }
        return topics;
    }
}
