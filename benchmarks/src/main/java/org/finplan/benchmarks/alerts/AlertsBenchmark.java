package org.finplan.benchmarks.alerts;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.finplan.benchmarks.journey.Latencies;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.stack.Endpoints;

/**
 * Posts reports of institutions at a fixed rate through the gateway of a running stack, each of which does something to an alert, and
 * reads the gateway's feed. Prints how long after it was due the alert of a report was on the feed. A stack that falls behind cannot
 * hide it: the time counts from when the report was due, not from when it could be sent.
 */
public final class AlertsBenchmark {

    private static final double GOAL_P99_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SENDERS = 16;
    private static final int SECONDS_BETWEEN = 4;

    private final SampleFirms firms;
    private final AlertFeed feed;
    private final Options options;
    private final AtomicInteger refused = new AtomicInteger();
    private int late;

    private AlertsBenchmark(GatewayClient gateway, Options options) {
        this.options = options;
        this.firms = new SampleFirms(gateway, options.rate() * SECONDS_BETWEEN);
        firms.prepare();
        this.feed = new AlertFeed(gateway);
    }

    /**
     * Runs the benchmark and ends the process: 0 when the goal is met, 1 otherwise.
     *
     * @param words {@code [--data-dir DIR] [--posts N] [--warm-up N] [--rate N]}
     */
    public static void main(String... words) throws InterruptedException {
        Options options = Options.parse(List.of(words));
        Endpoints endpoints = Endpoints.read(options.dataDirectory());
        AccessTokens tokens = AccessTokens.of(options.dataDirectory(), endpoints.issuer());
        GatewayClient gateway = new GatewayClient(
                URI.create(endpoints.gateway()),
                user -> tokens.sign(DemoUser.find(user).orElseThrow()));
        System.exit(new AlertsBenchmark(gateway, options).run(System.out) ? 0 : 1);
    }

    private boolean run(PrintStream out) throws InterruptedException {
        out.printf(
                "%d reports at %d/s after %d to warm up, java %s, %d processors%n",
                options.posts(),
                options.rate(),
                options.warmUp(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        Thread reader = new Thread(feed, "feed");
        reader.start();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        post(senders);
        senders.shutdown();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (feed.waiting() > 0 && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        int missing = feed.waiting();
        feed.end();
        reader.join();
        return report(out, missing);
    }

    private void post(ExecutorService senders) {
        long between = Duration.ofSeconds(1).toNanos() / options.rate();
        long start = System.nanoTime();
        for (int i = 0; i < options.warmUp() + options.posts(); i++) {
            if (i == options.warmUp()) {
                feed.measure();
            }
            long due = start + i * between;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (!feed.due(firms.of(i), due)) {
                late++;
            }
            int number = i;
            senders.execute(() -> send(number));
        }
    }

    private void send(int number) {
        try {
            firms.report(number);
        } catch (RuntimeException failed) {
            if (refused.getAndIncrement() == 0) {
                failed.printStackTrace(System.err);
            }
        }
    }

    private boolean report(PrintStream out, int missing) {
        Latencies taken = feed.taken();
        out.printf("%n| p50 ms | p90 ms | p99 ms | max ms |%n|---|---|---|---|%n");
        out.printf(
                "| %.1f | %.1f | %.1f | %.1f |%n",
                taken.percentile(0.5), taken.percentile(0.9), taken.percentile(0.99), taken.percentile(1));
        out.printf("%nrefused: %d, not on the feed: %d, a turn later only: %d%n", refused.get(), missing, late);
        boolean met = refused.get() + missing + late == 0 && taken.percentile(0.99) < GOAL_P99_MILLIS;
        out.printf("goal: all on the feed, p99 under %.0f ms: %s%n", GOAL_P99_MILLIS, met ? "met" : "missed");
        return met;
    }

    /** What was asked for. */
    record Options(Path dataDirectory, int posts, int warmUp, int rate) {

        static Options parse(List<String> words) {
            Path directory = Path.of(".finplan");
            int posts = 3_000;
            int warmUp = 1_000;
            int rate = 50;
            for (int i = 0; i < words.size(); i += 2) {
                String value = i + 1 < words.size() ? words.get(i + 1) : "";
                switch (words.get(i)) {
                    case "--data-dir" -> directory = Path.of(value);
                    case "--posts" -> posts = Integer.parseInt(value);
                    case "--warm-up" -> warmUp = Integer.parseInt(value);
                    case "--rate" -> rate = Integer.parseInt(value);
                    default -> throw new IllegalArgumentException("unknown option " + words.get(i));
                }
            }
            return new Options(directory.toAbsolutePath(), posts, warmUp, rate);
        }
    }
}
