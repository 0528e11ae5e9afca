package org.finplan.tasks.supervision.ladder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.finplan.tasks.supervision.score.Score;

/** Ladders and scores as they are stored: JSON. */
public final class LadderText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Many matters keep the same version of a ladder: the run over all of them reads each text once. */
    private static final Map<String, Ladder> READ = new ConcurrentHashMap<>();

    private static final int MOST_KEPT = 500;

    private LadderText() {}

    /**
     * Writes a ladder or a score.
     *
     * @param value what to write
     * @return it as JSON
     */
    public static String write(Record value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it is plain", e);
        }
    }

    /**
     * Reads a ladder.
     *
     * @param text what {@link #write} wrote
     * @return the ladder
     */
    public static Ladder read(String text) {
        if (READ.size() > MOST_KEPT) {
            READ.clear();
        }
        return READ.computeIfAbsent(text, each -> read(each, Ladder.class));
    }

    /**
     * Reads a score.
     *
     * @param text what {@link #write} wrote
     * @return the score
     */
    public static Score score(String text) {
        return read(text, Score.class);
    }

    /** {@return the ladders that come with the program, each as version 1} */
    static List<Ladder> shipped() {
        try (InputStream file = LadderText.class.getResourceAsStream("/supervision-ladders.json")) {
            return JSON.readValue(file, new TypeReference<List<Ladder>>() {});
        } catch (IOException damaged) {
            throw new UncheckedIOException("supervision-ladders.json of this program", damaged);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a damaged " + type.getSimpleName(), damaged);
        }
    }
}
