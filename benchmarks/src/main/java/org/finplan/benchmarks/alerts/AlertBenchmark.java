package org.finplan.benchmarks.alerts;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.finplan.benchmarks.journey.Latencies;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.stack.Endpoints;

/**
 * Reports of institutions at a steady rate through the gateway of a running stack, each with one breach of a statutory rule,
 * and the time of each until its alert is on the feed. The time counts from when a report was due, so that a suite that falls
 * behind cannot hide it. Beside it, the same reports answered: what of the time the report itself takes.
 */
public final class AlertBenchmark {

    private static final String OFFICER = "risk-officer";
    private static final double GOAL_P99_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SENDERS = 16;

    private final GatewayClient gateway;
    private final PrintStream out;

    private AlertBenchmark(GatewayClient gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /**
     * Runs the benchmark and ends the process: 0 when the goal is met, 1 otherwise.
     *
     * @param words {@code [--data-dir DIR] [--rate N] [--seconds N] [--warm-up N]}, the warm-up in seconds
     * @throws InterruptedException when it is told to end
     */
    public static void main(String... words) throws InterruptedException {
        Options options = Options.parse(List.of(words));
        Endpoints endpoints = Endpoints.read(options.dataDirectory());
        AccessTokens tokens = AccessTokens.of(options.dataDirectory(), endpoints.issuer());
        GatewayClient gateway = new GatewayClient(
                URI.create(endpoints.gateway()),
                user -> tokens.sign(DemoUser.find(user).orElseThrow()));
        System.exit(new AlertBenchmark(gateway, System.out).run(options) ? 0 : 1);
    }

    private boolean run(Options options) throws InterruptedException {
        int warmUp = options.rate() * options.warmUp();
        List<String> codes =
                SampleInstitutions.codes(System.currentTimeMillis(), warmUp + options.rate() * options.seconds());
        out.printf("registering %d sample institutions%n", codes.size());
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        AlertFeed feed = new AlertFeed(gateway);
        Thread reader = new Thread(feed, "feed");
        reader.setDaemon(true);
        reader.start();
        try {
            register(senders, codes);
            measured(senders, feed, codes.subList(0, warmUp), options.rate());
            Times times = measured(senders, feed, codes.subList(warmUp, codes.size()), options.rate());
            return report(times, options);
        } finally {
            feed.end();
            senders.shutdownNow();
        }
    }

    private void register(ExecutorService senders, List<String> codes) throws InterruptedException {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (String code : codes) {
            calls.add(() ->
                    accepted(gateway.post(OFFICER, "/api/v1/institutions", SampleInstitutions.registration(code))));
        }
        senders.invokeAll(calls);
    }

    /** What was measured: until the report was answered, and until its alert was on the feed. */
    private record Times(Latencies answered, Latencies onFeed) {}

    private Times measured(ExecutorService senders, AlertFeed feed, List<String> codes, int rate)
            throws InterruptedException {
        Map<String, Long> due = new HashMap<>();
        Map<String, Long> answered = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        for (int each = 0; each < codes.size(); each++) {
            String code = codes.get(each);
            long at = start + TimeUnit.SECONDS.toNanos(1) * each / rate;
            LockSupport.parkNanos(at - System.nanoTime());
            due.put(code, at);
            senders.execute(() -> {
                accepted(gateway.post(OFFICER, "/api/v1/institution-reports", SampleInstitutions.report(code)));
                answered.put(code, System.nanoTime());
            });
        }
        await(feed, answered, codes);
        Latencies reports = new Latencies();
        Latencies alerts = new Latencies();
        for (String code : codes) {
            reports.add(Duration.ofNanos(answered.get(code) - due.get(code)));
            alerts.add(Duration.ofNanos(feed.seen().get(code) - due.get(code)));
        }
        return new Times(reports, alerts);
    }

    private static void await(AlertFeed feed, Map<String, Long> answered, List<String> codes) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!(feed.seen().keySet().containsAll(codes) && answered.keySet().containsAll(codes))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Of %d reports %d were answered, and %d alerts came within %s"
                        .formatted(codes.size(), answered.size(), feed.seen().size(), PATIENCE));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private boolean report(Times times, Options options) {
        out.printf(
                "%d reports at %d/s after %d s to warm up, java %s, %d processors%n",
                options.rate() * options.seconds(),
                options.rate(),
                options.warmUp(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        out.printf("%n| until | median ms | p90 ms | p99 ms | max ms |%n|---|---|---|---|---|%n");
        print("the report is answered", times.answered());
        print("its alert is on the feed", times.onFeed());
        boolean met = times.onFeed().percentile(0.99) < GOAL_P99_MILLIS;
        out.printf("%ngoal: p99 under %.0f ms: %s%n", GOAL_P99_MILLIS, met ? "met" : "missed");
        return met;
    }

    private void print(String until, Latencies taken) {
        out.printf(
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                until, taken.percentile(0.5), taken.percentile(0.9), taken.percentile(0.99), taken.percentile(1));
    }

    private static Answer accepted(Answer answer) {
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** What was asked for. */
    record Options(Path dataDirectory, int rate, int seconds, int warmUp) {

        static Options parse(List<String> words) {
            Path directory = Path.of(".finplan");
            int rate = 50;
            int seconds = 20;
            int warmUp = 10;
            for (int i = 0; i < words.size(); i += 2) {
                String value = i + 1 < words.size() ? words.get(i + 1) : "";
                switch (words.get(i)) {
                    case "--data-dir" -> directory = Path.of(value);
                    case "--rate" -> rate = Integer.parseInt(value);
                    case "--seconds" -> seconds = Integer.parseInt(value);
                    case "--warm-up" -> warmUp = Integer.parseInt(value);
                    default -> throw new IllegalArgumentException("unknown option " + words.get(i));
                }
            }
            return new Options(directory.toAbsolutePath(), rate, seconds, warmUp);
        }
    }
}
