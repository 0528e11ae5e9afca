package org.finplan.benchmarks.journey;

import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.benchmarks.journey.Journey.Hops;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.stack.Endpoints;

/**
 * Posts figures one after another through the gateway of a running stack and waits for each until the alert that rests on
 * it can be read through the gateway. Prints median and 99th percentile, and what each hop takes of it.
 */
public final class JourneyBenchmark {

    private static final double GOAL_MEDIAN_MILLIS = 150;
    private static final double GOAL_P99_MILLIS = 500;
    private static final String POST = "post the figure";
    private static final String EVENT = "event to alert";
    private static final String READ = "read the alert";
    private static final String TOTAL = "total";

    private JourneyBenchmark() {}

    /**
     * Runs the benchmark and ends the process: 0 when the goals are met, 1 otherwise.
     *
     * @param words {@code [--data-dir DIR] [--posts N] [--warm-up N]}
     */
    public static void main(String... words) {
        PostOptions options = PostOptions.parse(List.of(words), 500, 100);
        Endpoints endpoints = Endpoints.read(options.dataDirectory());
        AccessTokens tokens = AccessTokens.of(options.dataDirectory(), endpoints.issuer());
        GatewayClient gateway = new GatewayClient(
                URI.create(endpoints.gateway()),
                user -> tokens.sign(DemoUser.find(user).orElseThrow()));
        System.exit(run(new Journey(gateway), options, System.out) ? 0 : 1);
    }

    private static boolean run(Journey journey, PostOptions options, PrintStream out) {
        out.printf(
                "%d posts after %d to warm up, one after another, java %s, %d processors%n",
                options.posts(),
                options.warmUp(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        journey.prepare();
        for (int i = 0; i < options.warmUp(); i++) {
            journey.next();
        }
        Map<String, Latencies> hops = new LinkedHashMap<>();
        for (int i = 0; i < options.posts(); i++) {
            Hops taken = journey.next();
            hops.computeIfAbsent(POST, name -> new Latencies()).add(taken.post());
            hops.computeIfAbsent(EVENT, name -> new Latencies()).add(taken.event());
            hops.computeIfAbsent(READ, name -> new Latencies()).add(taken.read());
            hops.computeIfAbsent(TOTAL, name -> new Latencies()).add(taken.total());
        }
        return report(hops, out);
    }

    private static boolean report(Map<String, Latencies> hops, PrintStream out) {
        Latencies total = hops.get(TOTAL);
        out.printf("%n| hop | median ms | p90 ms | p99 ms | max ms | share |%n|---|---|---|---|---|---|%n");
        hops.forEach((name, taken) -> out.printf(
                "| %s | %.1f | %.1f | %.1f | %.1f | %.0f %% |%n",
                name,
                taken.percentile(0.5),
                taken.percentile(0.9),
                taken.percentile(0.99),
                taken.percentile(1),
                100 * taken.total() / total.total()));
        boolean met = total.percentile(0.5) < GOAL_MEDIAN_MILLIS && total.percentile(0.99) < GOAL_P99_MILLIS;
        out.printf(
                "%ngoal: median under %.0f ms, p99 under %.0f ms: %s%n",
                GOAL_MEDIAN_MILLIS, GOAL_P99_MILLIS, met ? "met" : "missed");
        return met;
    }
}
