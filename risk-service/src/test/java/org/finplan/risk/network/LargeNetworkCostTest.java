package org.finplan.risk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.NetworkApi.ALL;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.Tokens;
import org.finplan.risk.network.generator.NetworkAssumptions;
import org.finplan.risk.network.generator.SyntheticNetwork;
import org.finplan.risk.network.generator.SyntheticNetwork.Guarantee;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A made-up network is sent as a stream, stored and asked about. With {@code -Dfinplan.test.firms=200000} it is as large as one may be; times and
 * the peak of the heap, of the test's own program included, are logged.
 */
@FinplanTest
class LargeNetworkCostTest {

    private static final Logger LOG = Logger.getLogger(LargeNetworkCostTest.class);
    private static final int EDGES_OF_FIVE_FIRMS = 12;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    private long begun;

    @Test
    void aLargeNetworkIsStoredAndAskedAbout() throws Exception {
        int firms = ConfigProvider.getConfig()
                .getOptionalValue("finplan.test.firms", Integer.class)
                .orElse(3000);
        Path body = directory.resolve("network.json");
        Guarantee any = written(firms, body);
        begin();
        HttpResponse<String> stored = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + ALL))
                                .header("Authorization", "Bearer " + Tokens.of("risk-officer"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofFile(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        took("storing " + Files.size(body) / MEGABYTE + " MB of " + firms + " firms");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        String path = stored.headers().firstValue("Location").orElseThrow();
        path = path.substring(path.indexOf(ALL));
        String page = Requests.as("auditor")
                .get(path + "/components?limit=20")
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
        took("the first page of its components");
        Requests.as("auditor")
                .get(path + "/components?limit=20&cursor=" + page)
                .then()
                .statusCode(200);
        took("the second page");
        Requests.as("risk-officer")
                .body(Map.of(
                        "method",
                        "linear-debtrank",
                        "shock",
                        Map.of(SyntheticNetwork.id(any.to()), 1),
                        "remove",
                        List.of(Map.of("from", SyntheticNetwork.id(any.from()), "to", SyntheticNetwork.id(any.to())))))
                .post(path + "/what-ifs")
                .then()
                .statusCode(200);
        took("a what-if");
    }

    /** Writes a network down, so that nothing of it stays in memory but one of its edges. */
    private static Guarantee written(int firms, Path body) throws IOException {
        SyntheticNetwork network =
                SyntheticNetwork.of(NetworkAssumptions.CALM.sized(firms, firms / 5 * EDGES_OF_FIVE_FIRMS), 7);
        try (Writer out = Files.newBufferedWriter(body)) {
            out.write("{\"kind\":\"guarantee\",\"asOf\":\"2025-12-31\",\"synthetic\":true,\"nodes\":[");
            for (int firm = 0; firm < network.firms(); firm++) {
                out.write((firm == 0 ? "" : ",") + "{\"id\":\"" + SyntheticNetwork.id(firm) + "\",\"equity\":"
                        + (long) network.equity(firm) + "}");
            }
            out.write("],\"edges\":[");
            String between = "";
            for (Guarantee edge : network.guarantees()) {
                out.write(between + "{\"from\":\"" + SyntheticNetwork.id(edge.from()) + "\",\"to\":\""
                        + SyntheticNetwork.id(edge.to()) + "\",\"amount\":"
                        + BigDecimal.valueOf(edge.amount()).toPlainString()
                        + (edge.contract().isEmpty() ? "" : ",\"contract\":\"" + edge.contract() + "\"")
                        + ",\"until\":\"" + edge.until() + "\"}");
                between = ",";
            }
            out.write("]}");
        }
        return network.guarantees().get(0);
    }

    private void begin() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        begun = System.nanoTime();
    }

    private void took(String what) {
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        LOG.infof("%s: %d ms, heap %d MB at most", what, (System.nanoTime() - begun) / 1_000_000, peak / MEGABYTE);
        begin();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
