package org.finplan.benchmarks.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.finplan.benchmarks.journey.Latencies;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.client.PackageZip;

/**
 * Starts a suite with one plan and with three, and publishes versions of a large package through it while it runs, by which
 * figures are judged.
 */
final class PublicationBenchmark {

    private static final int VERSIONS = 5;
    private static final int STARTS = 3;
    private static final double GOAL_MILLIS = 10_000;
    private static final double GOAL_LATER_MILLIS = 2_000;
    private static final String CHANGED = "/api/v1/events?types=org.finplan.indicators.attainment.changed.v1"
            + "&limit=500&wait=0&region=" + LargePackage.CITY;

    private final Path root;
    private final Path directory;
    private final PrintStream out;
    private final Set<String> judged = new HashSet<>();
    private String cursor = "";

    /**
     * @param root of the repository
     * @param directory takes the large package
     * @param out takes what was measured
     */
    PublicationBenchmark(Path root, Path directory, PrintStream out) {
        this.root = root;
        this.directory = directory;
        this.out = out;
    }

    /** {@return whether the goals are met} */
    boolean run() throws IOException {
        try (OwnStack stack = new OwnStack(root)) {
            Latencies one = starts(stack);
            publishSample(stack, "city-admin", "zq-fin-15fyp-sample", "zq-fin-15fyp-sample 1");
            publishSample(stack, "city-admin-SAMPLE-CITY", "sample-plan-package", "sample-15fyp 1");
            Latencies three = starts(stack);
            double later = three.percentile(0.5) - one.percentile(0.5);
            out.printf(
                    "%nstart of the suite with one plan %.1f s, with three %.1f s: %.1f s later (goal %.0f s): %s%n",
                    one.percentile(0.5) / 1000,
                    three.percentile(0.5) / 1000,
                    later / 1000,
                    GOAL_LATER_MILLIS / 1000,
                    later <= GOAL_LATER_MILLIS ? "met" : "missed");
            return publish(stack) && later <= GOAL_LATER_MILLIS;
        }
    }

    private void publishSample(OwnStack stack, String author, String directory, String version) {
        byte[] zip = PackageZip.of(root.resolve("docs").resolve(directory), UnaryOperator.identity());
        accepted(post(stack.client(), author, zip));
        stack.awaitInForce(version);
    }

    /** Leaves it running. */
    private static Latencies starts(OwnStack stack) throws IOException {
        Latencies starts = new Latencies();
        // The first start after something changed has more to do than others.
        for (int start = 0; start <= STARTS; start++) {
            Duration took = stack.start();
            if (start > 0) {
                starts.add(took);
            }
        }
        return starts;
    }

    private boolean publish(OwnStack stack) throws IOException {
        GatewayClient client = stack.client();
        Latencies asPlan = new Latencies();
        asPlan.add(published(stack, client, 1));
        // The baselines are figures too.
        awaitJudged(client, LargePackage.INDICATORS);
        accepted(client.post("city-officer-" + LargePackage.CITY, "/api/v1/observations", figures()));
        int verdicts = (2 + LargePackage.DISTRICTS_WITH_TARGETS.size()) * LargePackage.INDICATORS;
        awaitJudged(client, verdicts);
        Latencies asVersion = new Latencies();
        int changed = verdicts / 2;
        for (int version = 2; version < 2 + VERSIONS; version++) {
            asVersion.add(published(stack, client, version));
            awaitJudged(client, verdicts + (version - 1) * changed);
        }
        out.printf(
                "%n| published | from POST until in force everywhere, median s | most |%n|---|---|---|%n"
                        + "| as a new plan | %.1f | |%n| as a version, %d of %d verdicts judged anew, no other | %.1f | %.1f |%n",
                asPlan.percentile(0.5) / 1000,
                changed,
                verdicts,
                asVersion.percentile(0.5) / 1000,
                asVersion.percentile(1) / 1000);
        boolean met = asPlan.percentile(1) < GOAL_MILLIS && asVersion.percentile(0.5) < GOAL_MILLIS;
        out.printf("%nin force everywhere within %.0f s: %s%n", GOAL_MILLIS / 1000, met ? "met" : "missed");
        return met;
    }

    private Duration published(OwnStack stack, GatewayClient client, int version) throws IOException {
        LargePackage.write(directory, version);
        byte[] zip = PackageZip.of(directory, UnaryOperator.identity());
        long start = System.nanoTime();
        accepted(post(client, "city-admin-" + LargePackage.CITY, zip));
        stack.awaitInForce(LargePackage.PLAN + " " + version);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Answer post(GatewayClient client, String author, byte[] zip) {
        return client.post(author, "/api/v1/plan-packages?reason=sample", "application/zip", zip);
    }

    /** A figure of the first year of the plan for each target. */
    private static ObjectNode figures() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode items = report.putArray("items");
        List<Integer> places = new ArrayList<>(LargePackage.DISTRICTS_WITH_TARGETS);
        places.add(0);
        for (int indicator = 1; indicator <= LargePackage.INDICATORS; indicator++) {
            for (int place : places) {
                items.addObject()
                        .put("indicator", "sample-" + indicator)
                        .put("region", "SAMPLE-" + place)
                        .put("period", "2026-10-31")
                        .put("value", "1.4")
                        .put("unit", "CNY_100M");
            }
        }
        return report;
    }

    /** Waits for so many changes of verdicts since the beginning; more are a fault. */
    private void awaitJudged(GatewayClient client, int count) {
        OwnStack.await(count + " changes of verdicts", () -> {
            JsonNode page = accepted(client.get(
                            "integrator-" + LargePackage.CITY, CHANGED + (cursor.isEmpty() ? "" : "&after=" + cursor)))
                    .body();
            cursor = page.path("nextCursor").asText(cursor);
            page.path("items").forEach(event -> judged.add(event.path("id").asText()));
            return judged.size() >= count && page.path("items").isEmpty();
        });
        if (judged.size() > count) {
            throw new IllegalStateException(judged.size() + " verdicts changed, of which " + count + " had to");
        }
    }

    private static Answer accepted(Answer answer) {
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
