package org.finplan.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a new schema breaks readers of events, or can no longer read the events that are in the log. A schema may gain
 * properties that can be absent, and say more in words; whatever else is written differently breaks.
 */
final class EventBreaks {

    private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples");

    private final List<String> breaks = new ArrayList<>();

    private EventBreaks() {}

    /**
     * Compares.
     *
     * @param published the schema that readers were given
     * @param current the one of now
     * @return what breaks, each with its place; empty when nothing does
     */
    static List<String> between(JsonNode published, JsonNode current) {
        EventBreaks comparison = new EventBreaks();
        comparison.compare("", published, current);
        return comparison.breaks;
    }

    private void compare(String place, JsonNode published, JsonNode current) {
        Set<String> keywords = names(published);
        keywords.addAll(names(current));
        keywords.removeAll(WORDS);
        for (String keyword : keywords) {
            JsonNode before = published.path(keyword);
            JsonNode after = current.path(keyword);
            String here = place + "/" + keyword;
            switch (keyword) {
                case "properties" ->
                    before.properties()
                            .forEach(property -> property(
                                    here + "/" + property.getKey(),
                                    property.getValue(),
                                    after.path(property.getKey())));
                case "required" -> required(here, values(before), values(after));
                case "items" -> compare(here, before, after);
                default -> {
                    if (!before.equals(after)) {
                        breaks.add(here + " was " + shown(before) + " and is " + shown(after));
                    }
                }
            }
        }
    }

    private void property(String place, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            breaks.add(place + " is gone");
        } else {
            compare(place, before, after);
        }
    }

    private void required(String place, Set<String> before, Set<String> after) {
        for (String name : before) {
            if (!after.contains(name)) {
                breaks.add(place + ": " + name + " may be absent now, readers rely on it");
            }
        }
        for (String name : after) {
            if (!before.contains(name)) {
                breaks.add(place + ": " + name + " must be there now, events in the log lack it");
            }
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> values(JsonNode array) {
        Set<String> values = new TreeSet<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }
}
