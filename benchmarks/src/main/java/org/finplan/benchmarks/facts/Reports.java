package org.finplan.benchmarks.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import org.finplan.benchmarks.gateway.Connection;

/**
 * Reports of sample figures to the service, over one kept connection. Each report has other values than the one before, so that
 * every item is a new version, and so is what formulas give.
 */
final class Reports implements AutoCloseable {

    /** What the reported series are to others. */
    enum Sort {
        /** Nothing is computed from them, and nothing is judged. */
        ALONE,
        /** Series of the bundled plan: shares of loans and the like are computed from them, and some are judged. */
        FOLLOWED
    }

    private static final String PATH = "/api/v1/observations";
    private static final YearMonth FIRST = YearMonth.of(2021, 1);
    private static final List<String> INPUTS = List.of(
            "loans-balance",
            "deposits-balance",
            "npl-balance",
            "real-estate-loans",
            "manufacturing-loans",
            "green-credit",
            "inclusive-sme-loans",
            "agricultural-loans");

    private final Connection connection;
    private final Supplier<String> token;
    private final ObjectMapper json = new ObjectMapper();
    private int made;

    Reports(int port, Supplier<String> token) throws IOException {
        this.connection = new Connection(port);
        this.token = token;
    }

    /**
     * Sends a report.
     *
     * @param sort what its series are to others
     * @param items how many figures
     * @return nanoseconds until the answer was there
     * @throws IllegalStateException when not every figure became a new version
     */
    long send(Sort sort, int items) throws IOException {
        byte[] request = request(sort, items);
        long start = System.nanoTime();
        byte[] answer = connection.read(request);
        long taken = System.nanoTime() - start;
        JsonNode counts = json.readTree(answer).path("counts");
        if (counts.path("created").asInt() + counts.path("revised").asInt() != items) {
            throw new IllegalStateException("not all figures were stored as new versions: " + counts);
        }
        return taken;
    }

    private byte[] request(Sort sort, int items) throws IOException {
        made++;
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        for (int number = 0; number < items; number++) {
            report.withArray("items").add(item(sort, number));
        }
        byte[] body = json.writeValueAsBytes(report);
        String head = new String(Connection.head("POST", PATH, token.get(), body.length), StandardCharsets.US_ASCII);
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + head.length());
        request.write(head.replaceFirst("\r\n", "\r\nContent-Type: application/json\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.write(body);
        return request.toByteArray();
    }

    private ObjectNode item(Sort sort, int number) {
        int regions = Sample.REGIONS.size();
        int month = number / (INPUTS.size() * regions);
        int input = number % INPUTS.size();
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("indicator", sort == Sort.ALONE ? Sample.series(input * regions) : INPUTS.get(input))
                .put("region", Sample.REGIONS.get(number / INPUTS.size() % regions))
                .put("period", FIRST.plusMonths(month).toString())
                .put("value", Long.toString(1_000 + (number * 7L + made * 131L) % 977))
                .put("unit", "CNY_100M")
                .put("status", "estimated")
                .put("reason", "correction");
        item.putObject("source").put("title", Sample.TITLE).put("reference", Sample.REFERENCE);
        return item;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
