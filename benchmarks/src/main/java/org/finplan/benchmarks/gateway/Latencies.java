package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Times of requests at a steady rate, of all targets in turns, in milliseconds. */
final class Latencies {

    private final SteadyLoad load;
    private final Map<String, Integer> ports;
    private final Map<String, List<Double>> medians = new LinkedHashMap<>();
    private final Map<String, List<Double>> tails = new LinkedHashMap<>();

    /**
     * Nothing is measured yet.
     *
     * @param load what each target gets
     * @param ports of the targets by their names
     */
    Latencies(SteadyLoad load, Map<String, Integer> ports) {
        this.load = load;
        this.ports = ports;
        for (String target : ports.keySet()) {
            medians.put(target, new ArrayList<>());
            tails.put(target, new ArrayList<>());
        }
    }

    /** Warms up the load and, since code runs in other ways when there are pauses, the targets as well. */
    void warmUp() throws IOException {
        for (int port : ports.values()) {
            load.run(port);
        }
    }

    /** One round: every target once. */
    void round() throws IOException {
        for (Map.Entry<String, Integer> target : ports.entrySet()) {
            long[] taken = load.run(target.getValue());
            medians.get(target.getKey()).add(Numbers.percentile(taken, 0.5) / 1e6);
            tails.get(target.getKey()).add(Numbers.percentile(taken, 0.99) / 1e6);
        }
    }

    Set<String> targets() {
        return ports.keySet();
    }

    /** {@return the median of the rounds' medians} */
    double p50(String target) {
        return Numbers.median(medians.get(target));
    }

    /** {@return the median of the rounds' 99th percentiles} */
    double p99(String target) {
        return Numbers.median(tails.get(target));
    }

    double leastP99(String target) {
        return Collections.min(tails.get(target));
    }

    double mostP99(String target) {
        return Collections.max(tails.get(target));
    }
}
