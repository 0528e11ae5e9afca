package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Measures our packaged gateway beside its peers: {@code benchmarks/run gateway}. Everything runs on loopback and in turns
 * before the same backend; each goal is a ratio of neighbouring measurements or a difference between them.
 */
public final class GatewayBenchmark {

    private static final double GOAL_OF_NGINX = 0.6;
    private static final double GOAL_OF_SPRING = 2;
    private static final double GOAL_ADDED_MILLIS = 5;
    private static final double GOAL_LARGE = 0.5;
    private static final long GOAL_GROWTH = 32_000_000;
    private static final int LATENCY_ROUNDS = 9;

    private final Options options;
    private final Site site;
    private final Wrk wrk;
    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private boolean reached = true;

    private GatewayBenchmark(Options options, Site site) {
        this.options = options;
        this.site = site;
        this.wrk = new Wrk(options.otherProcessors(), site.token());
    }

    /**
     * Runs it and ends the process: 0 when the goals are reached, 1 when one is missed, 2 for options that mean nothing.
     *
     * @param arguments see {@link Options#parse}; the class path of Spring Cloud Gateway is in the environment variable
     *     {@code SPRING_CLASS_PATH}
     * @throws IOException when a program or its files cannot be used
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        boolean reached;
        try (Site site = new Site(options)) {
            Thread stop = new Thread(site::close);
            Runtime.getRuntime().addShutdownHook(stop);
            GatewayBenchmark benchmark = new GatewayBenchmark(options, site);
            benchmark.run(System.getenv("SPRING_CLASS_PATH"));
            reached = benchmark.reached;
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        System.exit(reached ? 0 : 1);
    }

    private void run(String springClassPath) throws IOException, InterruptedException {
        for (Peer peer : site.startPeers(springClassPath)) {
            peers.put(peer.name(), peer);
        }
        for (Peer peer : peers.values()) {
            peer.awaitReady(site.token());
        }
        print(
                "%d processors, Java %s, %s; %d rounds of %d s each, medians",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                options.pinned()
                        ? "the proxy alone on processor 0, load and backend on processor 1"
                        : "shared by load, proxy and backend",
                options.rounds(),
                options.seconds());
        double rate = rates();
        endAllBut(Set.of("nginx", "finplan"));
        latencies((int) Math.max(Wrk.CONNECTIONS, rate / 2));
        transfers();
    }

    /** What is not measured any more must not take turns with what is. */
    private void endAllBut(Set<String> measured) {
        for (Peer peer : List.copyOf(peers.values())) {
            if (!measured.contains(peer.name())) {
                peer.program().close();
                peers.remove(peer.name());
            }
        }
    }

    private double rates() throws IOException, InterruptedException {
        Rates rates = new Rates(List.copyOf(peers.values()), wrk);
        rates.warmUp(options.warmUp());
        for (int round = 0; round < options.rounds(); round++) {
            rates.round(round, options.seconds());
        }
        Peer nginx = peers.get("nginx");
        Peer ours = peers.get("finplan");
        print("");
        print("%-24s%12s%12s%16s", "GET of 1 KB", "requests/s", "of nginx", "CPU us/request");
        for (Peer peer : peers.values()) {
            print(
                    "%-24s%12.0f%12.2f%16.1f",
                    peer.name(), rates.rate(peer), rates.ratio(peer, nginx), rates.micros(peer));
        }
        goal("of nginx's rate", GOAL_OF_NGINX, rates.ratio(ours, nginx));
        goal("of Spring Cloud Gateway's rate", GOAL_OF_SPRING, rates.ratio(ours, peers.get("spring-cloud-gateway")));
        return rates.rate(ours);
    }

    private void latencies(int rate) throws IOException {
        SteadyLoad load = new SteadyLoad(rate, options.seconds(), Connection.head("GET", Site.SMALL, site.token(), 0));
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("directly", site.backend());
        peers.forEach((name, peer) -> ports.put(name, peer.port()));
        Latencies latencies = new Latencies(load, ports);
        latencies.warmUp();
        for (int round = 0; round < LATENCY_ROUNDS; round++) {
            latencies.round();
            for (Peer peer : peers.values()) {
                peer.program().truncateLog();
            }
        }
        print("");
        print("%-24s%12s%12s%20s", "at " + rate + "/s (half load)", "p50 ms", "p99 ms", "of all rounds");
        for (String name : latencies.targets()) {
            print(
                    "%-24s%12.2f%12.2f%13.2f..%.2f",
                    name, latencies.p50(name), latencies.p99(name), latencies.leastP99(name), latencies.mostP99(name));
        }
        double added = latencies.p99("finplan") - latencies.p99("directly");
        verdict(
                added <= GOAL_ADDED_MILLIS,
                "p99 added by finplan %.2f ms, goal at most %.0f ms",
                added,
                GOAL_ADDED_MILLIS);
    }

    private void transfers() throws IOException {
        Transfers nginx = new Transfers(peers.get("nginx"), site.token());
        Transfers ours = new Transfers(peers.get("finplan"), site.token());
        nginx.begin();
        ours.begin();
        for (int round = 0; round < options.rounds(); round++) {
            nginx.round();
            ours.round();
        }
        print("");
        print("%-24s%12s%12s%16s", "body of 100 MB", "down MB/s", "up MB/s", "memory +MB");
        row("nginx", nginx);
        row("finplan", ours);
        goal("of nginx's downloads", GOAL_LARGE, Numbers.ratio(ours.down(), nginx.down()));
        goal("of nginx's uploads", GOAL_LARGE, Numbers.ratio(ours.up(), nginx.up()));
        verdict(
                ours.growth() <= GOAL_GROWTH,
                "memory of finplan grew by %.0f MB, goal at most %d MB",
                ours.growth() / 1e6,
                GOAL_GROWTH / 1_000_000);
    }

    private static void row(String name, Transfers transfers) {
        print(
                "%-24s%12.0f%12.0f%16.0f",
                name, Numbers.median(transfers.down()), Numbers.median(transfers.up()), transfers.growth() / 1e6);
    }

    private void goal(String what, double least, double measured) {
        verdict(measured >= least, "finplan reaches %.2f %s, goal at least %.1f", measured, what, least);
    }

    private void verdict(boolean good, String format, Object... values) {
        reached &= good;
        print("  " + (good ? "reached: " : "missed:  ") + format, values);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
