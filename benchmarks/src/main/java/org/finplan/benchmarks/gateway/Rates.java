package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests a second and processor time for each request, of all peers in turns. */
final class Rates {

    /** Requests after which the JIT compilers have little left to do. */
    private static final long WARM = 1_000_000;

    private static final int SLICE = 2;

    private final List<Peer> peers;
    private final Wrk wrk;
    private final Map<Peer, List<Double>> rates = new LinkedHashMap<>();
    private final Map<Peer, List<Double>> micros = new LinkedHashMap<>();

    Rates(List<Peer> peers, Wrk wrk) {
        this.peers = peers;
        this.wrk = wrk;
        for (Peer peer : peers) {
            rates.put(peer, new ArrayList<>());
            micros.put(peer, new ArrayList<>());
        }
    }

    /** Loads each peer until its JVM has compiled what matters, on a busy machine longer than on an idle one. */
    void warmUp(int seconds) throws IOException, InterruptedException {
        for (Peer peer : peers) {
            long requests = 0;
            for (int slice = 0; slice < seconds || (requests < WARM && slice < 3 * seconds); slice += SLICE) {
                requests += wrk.warmUp(peer.port(), SLICE);
                peer.program().truncateLog();
            }
        }
    }

    /** One round: every peer once. Each round begins with another peer, so that none always follows the same. */
    void round(int number, int seconds) throws IOException, InterruptedException {
        for (int i = 0; i < peers.size(); i++) {
            Peer peer = peers.get((number + i) % peers.size());
            long cpu = peer.program().cpuMicros();
            long requests = wrk.run(peer.port(), seconds);
            rates.get(peer).add(requests / (double) seconds);
            micros.get(peer).add((peer.program().cpuMicros() - cpu) / (double) requests);
            peer.program().truncateLog();
        }
    }

    double rate(Peer peer) {
        return Numbers.median(rates.get(peer));
    }

    double ratio(Peer peer, Peer other) {
        return Numbers.ratio(rates.get(peer), rates.get(other));
    }

    double micros(Peer peer) {
        return Numbers.median(micros.get(peer));
    }
}
