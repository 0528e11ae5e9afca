package org.finplan.benchmarks.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.benchmarks.journey.Latencies;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.stack.Endpoints;

/**
 * Revises figures through the gateway of a running stack, three ways in turn: one that nothing is computed from; one that
 * seven series are computed from; and, as the floor, the same eight figures sent by hand in one report. All figures are
 * samples and say so.
 */
public final class DerivedBenchmark {

    private static final String USER = "city-officer";
    private static final String TITLE = "性能测试样本，并非真实数据 / sample of a benchmark, not a real figure";
    private static final String PERIOD = "2098-12-31";
    private static final String FOLLOWED = "441226";
    private static final String BY_HAND = "441225";
    private static final List<String> INPUTS = List.of(
            "loans-balance",
            "deposits-balance",
            "npl-balance",
            "real-estate-loans",
            "manufacturing-loans",
            "green-credit",
            "inclusive-sme-loans",
            "agricultural-loans");
    private static final List<String> COMPUTED = List.of(
            "loan-deposit-ratio",
            "npl-ratio",
            "real-estate-loans-share",
            "manufacturing-loans-share",
            "green-credit-share",
            "inclusive-sme-loans-share",
            "agricultural-loans-share");
    private static final String ALONE = "revise a figure that nothing follows";
    private static final String FOLLOW = "revise a figure that seven follow";
    private static final String FLOOR = "send the same eight by hand";
    private static final int WARM_UP = 50;

    private final GatewayClient gateway;
    private BigDecimal value =
            BigDecimal.valueOf(System.nanoTime() % 1_000_000, 3).add(BigDecimal.valueOf(1_000));

    private DerivedBenchmark(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * Runs the benchmark and ends the process: 0 when the goal is met, 1 otherwise.
     *
     * @param words {@code --data-dir DIR [ROUNDS]}
     */
    public static void main(String... words) {
        Path directory = Path.of(words[1]).toAbsolutePath();
        int rounds = words.length > 2 ? Integer.parseInt(words[2]) : 300;
        Endpoints endpoints = Endpoints.read(directory);
        AccessTokens tokens = AccessTokens.of(directory, endpoints.issuer());
        GatewayClient gateway = new GatewayClient(
                URI.create(endpoints.gateway()),
                user -> tokens.sign(DemoUser.find(user).orElseThrow()));
        System.exit(new DerivedBenchmark(gateway).run(rounds, System.out) ? 0 : 1);
    }

    private boolean run(int rounds, PrintStream out) {
        post(figures(FOLLOWED, INPUTS, "CNY_100M"));
        int formulas = checkWhatFollows();
        out.printf("one revision: %d of %d formulas worked out, each once%n", COMPUTED.size(), formulas);
        Map<String, Latencies> taken = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            measure(taken, round, ALONE, figures(BY_HAND, List.of("npl-balance"), "CNY_100M"));
            measure(taken, round, FOLLOW, figures(FOLLOWED, List.of("loans-balance"), "CNY_100M"));
            ArrayNode byHand = figures(BY_HAND, COMPUTED, "PCT");
            byHand.addAll(figures(BY_HAND, List.of("listed-companies"), "ENTERPRISE"));
            measure(taken, round, FLOOR, byHand);
        }
        out.printf("%d rounds after %d to warm up%n%n| way | median ms | p90 ms |%n|---|---|---|%n", rounds, WARM_UP);
        taken.forEach((way, times) ->
                out.printf("| %s | %.2f | %.2f |%n", way, times.percentile(0.5), times.percentile(0.9)));
        double ratio = taken.get(FOLLOW).percentile(0.5) / taken.get(FLOOR).percentile(0.5);
        out.printf("%nratio to the floor %.2f, goal at most 1.00: %s%n", ratio, ratio <= 1 ? "met" : "missed");
        return ratio <= 1;
    }

    private void measure(Map<String, Latencies> taken, int round, String way, ArrayNode items) {
        long start = System.nanoTime();
        post(items);
        long end = System.nanoTime();
        if (round >= 0) {
            taken.computeIfAbsent(way, name -> new Latencies()).add(Duration.ofNanos(end - start));
        }
    }

    /** {@return how many formulas there are, after one revision has made one version of each that depends on it, and no other} */
    private int checkWhatFollows() {
        Map<String, Integer> before = versions();
        post(figures(FOLLOWED, List.of("loans-balance"), "CNY_100M"));
        Map<String, Integer> after = versions();
        Map<String, Integer> expected = new LinkedHashMap<>(before);
        COMPUTED.forEach(series -> expected.merge(series, 1, Integer::sum));
        if (!after.equals(expected)) {
            throw new IllegalStateException("before " + before + ", after " + after);
        }
        return after.size();
    }

    /** {@return each series with a formula and the number of the newest version of its figure, 0 without one} */
    private Map<String, Integer> versions() {
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (JsonNode formula :
                accepted(gateway.get(USER, "/api/v1/derived?limit=500")).body().path("items")) {
            String code = formula.path("code").asText();
            JsonNode items = accepted(gateway.get(
                            USER,
                            "/api/v1/derived/" + code + "/observations?region=" + FOLLOWED + "&from=2098&to=2098"))
                    .body()
                    .path("items");
            versions.put(code, items.path(0).path("observation").path("version").asInt());
        }
        return versions;
    }

    /** Another value each time, so that each item is a revision; a whole one where things are counted. */
    private ArrayNode figures(String region, List<String> series, String unit) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        value = value.add(BigDecimal.ONE);
        for (String code : series) {
            ObjectNode item = items.addObject();
            item.put("indicator", code).put("region", region).put("period", PERIOD);
            item.put("value", unit.equals("ENTERPRISE") ? value.toBigInteger().toString() : value.toPlainString());
            item.put("unit", unit).put("status", "estimated").put("reason", "correction");
            item.putObject("source").put("title", TITLE).put("reference", "finplan benchmark");
        }
        return items;
    }

    private void post(ArrayNode items) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("items", items);
        JsonNode counts = accepted(gateway.post(USER, "/api/v1/observations", report))
                .body()
                .path("counts");
        int stored = counts.path("created").asInt() + counts.path("revised").asInt();
        if (stored != items.size()) {
            throw new IllegalStateException("not all figures were stored as new versions: " + counts);
        }
    }

    private static Answer accepted(Answer answer) {
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
