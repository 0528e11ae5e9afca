package org.finplan.benchmarks.facts;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Compares what is compared: both sides must have brought the same figures. */
final class SameAnswer {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private SameAnswer() {}

    /** {@return how many items a list has} */
    static int count(byte[] answer) throws IOException {
        return JSON.readTree(answer).path("items").size();
    }

    /**
     * Compares id, version, period, value and source, row by row.
     *
     * @param bare rows of the bare client
     * @param service page of the service
     * @throws IllegalStateException when they differ, or are not one page of all periods
     */
    static void require(byte[] bare, byte[] service) throws IOException {
        JsonNode rows = JSON.readTree(bare);
        JsonNode items = JSON.readTree(service).path("items");
        if (rows.size() != Sample.PERIODS || items.size() != rows.size()) {
            throw new IllegalStateException(rows.size() + " and " + items.size() + " figures");
        }
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            JsonNode item = items.get(i);
            boolean same = row.path("id").equals(item.path("id"))
                    && row.path("version").equals(item.path("version"))
                    && row.path("periodEnd").equals(item.path("periodEnd"))
                    && row.path("value")
                                    .decimalValue()
                                    .compareTo(item.path("value").decimalValue())
                            == 0
                    && row.path("sourceTitle").equals(item.at("/source/title"));
            if (!same) {
                throw new IllegalStateException("not the same figure:\n" + row + "\n" + item);
            }
        }
    }
}
