package org.finplan.benchmarks.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import org.finplan.benchmarks.journey.Latencies;
import org.finplan.benchmarks.journey.PostOptions;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.stack.Endpoints;
import org.finplan.risk.network.generator.SyntheticNetwork;
import org.finplan.risk.network.generator.SyntheticNetwork.Guarantee;

/**
 * What would be if a guarantee of a circle were not there, asked one after another through the gateway of a running stack: each time
 * another guarantee, whose borrower fails. Beside it, as the floor, the network's own description through the same gateway.
 */
public final class WhatIfBenchmark {

    private static final String OFFICER = "risk-officer";
    private static final double GOAL_MILLIS = 200;
    /** What rounding may add to an impact, which can only fall when a guarantee goes. */
    private static final double ROUNDING = 1e-9;

    private final GatewayClient gateway;
    private final PrintStream out;

    private WhatIfBenchmark(GatewayClient gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /**
     * Runs the benchmark and ends the process: 0 when the goal is met, 1 otherwise.
     *
     * @param words {@code [--data-dir DIR] [--posts N] [--warm-up N]}
     */
    public static void main(String... words) {
        PostOptions options = PostOptions.parse(List.of(words), 100, 30);
        Endpoints endpoints = Endpoints.read(options.dataDirectory());
        AccessTokens tokens = AccessTokens.of(options.dataDirectory(), endpoints.issuer());
        GatewayClient gateway = new GatewayClient(
                URI.create(endpoints.gateway()),
                user -> tokens.sign(DemoUser.find(user).orElseThrow()));
        System.exit(new WhatIfBenchmark(gateway, System.out).run(options) ? 0 : 1);
    }

    private boolean run(PostOptions options) {
        out.printf(
                "%d what-ifs after %d to warm up, one after another, java %s, %d processors%n",
                options.posts(),
                options.warmUp(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        out.printf("%n| network | asked | median ms | p90 ms | p99 ms | max ms |%n|---|---|---|---|---|---|%n");
        boolean met = measure(200, 300, options);
        met &= measure(20_000, 30_000, options);
        out.printf("%ngoal: p99 of the what-ifs under %.0f ms: %s%n", GOAL_MILLIS, met ? "met" : "missed");
        return met;
    }

    private boolean measure(int firms, int guarantees, PostOptions options) {
        SampleGuarantees sample = new SampleGuarantees(firms, guarantees);
        Answer stored = accepted(gateway.post(OFFICER, "/api/v1/networks", sample.body()));
        String network = "/api/v1/networks/" + stored.body().path("id").asText();
        List<Guarantee> inCircles = sample.inCircles();
        for (int i = 0; i < options.warmUp(); i++) {
            ask(network, inCircles, i);
        }
        Latencies asked = new Latencies();
        Latencies floor = new Latencies();
        for (int i = 0; i < options.posts(); i++) {
            asked.add(ask(network, inCircles, options.warmUp() + i).took());
            floor.add(accepted(gateway.get(OFFICER, network)).took());
        }
        String name = String.format("%,d firms, %,d guarantees", firms, guarantees);
        print(name, "what-if", asked);
        print(name, "its description, the floor", floor);
        return asked.percentile(0.99) < GOAL_MILLIS;
    }

    /** Guarantees that lie far apart, so that it is another circle or another part of one each time. */
    private Answer ask(String network, List<Guarantee> inCircles, int number) {
        Guarantee removed = inCircles.get((int) (number * 7919L % inCircles.size()));
        Answer answer = accepted(gateway.post(OFFICER, network + "/what-ifs", whatIf(removed)));
        JsonNode change = answer.body().path("impactChange");
        if (!change.isNumber() || change.asDouble() > ROUNDING) {
            throw new IllegalStateException("Without " + removed + " the impact changes by " + change);
        }
        return answer;
    }

    private static ObjectNode whatIf(Guarantee removed) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("remove")
                .addObject()
                .put("from", SyntheticNetwork.id(removed.from()))
                .put("to", SyntheticNetwork.id(removed.to()));
        body.put("method", "linear-debtrank");
        body.putObject("shock").put(SyntheticNetwork.id(removed.to()), 1);
        return body;
    }

    private void print(String network, String what, Latencies taken) {
        out.printf(
                "| %s | %s | %.1f | %.1f | %.1f | %.1f |%n",
                network,
                what,
                taken.percentile(0.5),
                taken.percentile(0.9),
                taken.percentile(0.99),
                taken.percentile(1));
    }

    private static Answer accepted(Answer answer) {
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
