package org.finplan.gateway.fanout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A place in the merged list: for each service its own cursor and how much of that page was given out already.
 *
 * @param places by name of the service; a service that is at its end is absent
 */
record MergedCursor(Map<String, Position> places) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4_096;

    MergedCursor {
        places = new TreeMap<>(places);
    }

    /**
     * A place in the list of one service.
     *
     * @param cursor cursor of the page, null for the first page
     * @param taken items of that page that were given out
     */
    record Position(String cursor, int taken) {
        static final Position START = new Position(null, 0);
    }

    String encode() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(places));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A cursor is plain data", impossible);
        }
    }

    static Optional<MergedCursor> decode(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Map<String, Position> places = JSON.readValue(json, new TypeReference<Map<String, Position>>() {});
            boolean sound = places != null
                    && !places.isEmpty()
                    && places.values().stream().allMatch(place -> place != null && place.taken() >= 0);
            return sound ? Optional.of(new MergedCursor(places)) : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException garbage) {
            return Optional.empty();
        }
    }
}
