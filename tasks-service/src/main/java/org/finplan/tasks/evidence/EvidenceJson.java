package org.finplan.tasks.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Evidence as the text that is stored. */
public final class EvidenceJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EvidenceJson() {}

    /**
     * Writes evidence.
     *
     * @param evidence the evidence
     * @return a JSON array
     */
    public static String write(List<Evidence> evidence) {
        try {
            return JSON.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence is plain", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param json a JSON array
     * @return the evidence
     */
    public static List<Evidence> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Evidence>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("damaged evidence", e);
        }
    }
}
