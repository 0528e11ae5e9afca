package org.finplan.risk.network.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.scenario.CappedFirms.Above;
import org.finplan.risk.network.scenario.CappedFirms.Effect;

/**
 * All single failures from one factorisation. With G the inverse of 1 - L, the stress of all firms when firm i has failed
 * is column i of G over its diagonal entry, as long as nobody else reaches the cap; so all impacts are one solution of
 * the transposed system over the diagonal of G. Where circles are at or beyond the critical point, a few anchors are held
 * apart, without which they are not.
 *
 * <p>Somebody else reaches the cap only if an anchor or a risky firm does: one whose relative losses add up to 1 or more.
 * (Any other firm is at most as stressed as the most stressed of those that it depends on.) So one row of G is worked out
 * for each risky firm, and whom it would be lifted by is noted.
 */
final class InverseScenarios {

    private static final double RISKY = 1 - 1e-12;

    private final LossNetwork network;
    private final GreensFunction greens;
    private final CappedFirms capped;
    /** Sets of anchors that failures reach, and which one each failure does. */
    private final List<boolean[]> sets = new ArrayList<>();

    private final int[] reached;
    private final double[] source;
    private final List<List<Above>> above = new ArrayList<>();
    private final double[] impact;
    private final int[] failures;

    private InverseScenarios(LossNetwork network, GreensFunction greens, int[] anchors) {
        int firms = network.firms();
        this.network = network;
        this.greens = greens;
        this.capped = new CappedFirms(greens, anchors);
        this.reached = new int[firms];
        this.source = new double[firms];
        this.impact = new double[firms];
        this.failures = new int[firms];
        for (int firm = 0; firm < firms; firm++) {
            above.add(List.of());
        }
    }

    /** Works out all failures; empty when too many anchors would be needed, or the factors would be too large. */
    static Optional<SingleFailures> of(LossNetwork network, int threads) {
        FirmGraph leverage = network.leverage();
        FirmGraph hitBy = leverage.transposed();
        return Anchors.of(leverage)
                .flatMap(anchors -> GreensFunction.of(network, hitBy, anchors).map(greens -> {
                    InverseScenarios scenarios = new InverseScenarios(network, greens, anchors);
                    int[] risky = IntStream.range(0, network.firms())
                            .filter(firm -> hitBy.total(firm) >= RISKY && Arrays.binarySearch(anchors, firm) < 0)
                            .toArray();
                    return scenarios.run(risky, anchors, threads);
                }));
    }

    private SingleFailures run(int[] risky, int[] anchors, int threads) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int firm = 0; firm < reached.length; firm++) {
            boolean[] own = capped.reached(firm);
            Integer known = numbers.putIfAbsent(Arrays.toString(own), sets.size());
            if (known == null) {
                sets.add(own);
            }
            reached[firm] = known == null ? sets.size() - 1 : known;
            source[firm] = isDead(firm) ? 0 : capped.source(firm, own);
        }
        List<int[]> lifted = new ArrayList<>();
        List<double[]> byFailed = new ArrayList<>();
        for (int i = 0; i < risky.length; i++) {
            lifted.add(null);
            byFailed.add(null);
        }
        Parallel.each(risky.length, threads, () -> place -> {
            double[] row = greens.row(risky[place]);
            int[] by = lifting(risky[place], row, anchors);
            lifted.set(place, by);
            byFailed.set(place, Arrays.stream(by).mapToDouble(firm -> row[firm]).toArray());
        });
        for (int i = 0; i < risky.length; i++) {
            for (int j = 0; j < lifted.get(i).length; j++) {
                int failed = lifted.get(i)[j];
                if (above.get(failed).isEmpty()) {
                    above.set(failed, new ArrayList<>());
                }
                above.get(failed).add(new Above(risky[i], byFailed.get(i)[j]));
            }
        }
        Parallel.each(network.firms(), threads, () -> this::fail);
        return new SingleFailures(impact, failures, true, true);
    }

    private boolean isDead(int firm) {
        return network.equity(firm) <= 0;
    }

    /** Whose failure would lift a firm above the cap, when all anchors that it reaches are there. */
    private int[] lifting(int firm, double[] row, int[] anchors) {
        double[] bySet = new double[sets.size()];
        for (int set = 0; set < bySet.length; set++) {
            bySet[set] = greens.base(firm);
            for (int i = 0; i < anchors.length; i++) {
                bySet[set] += sets.get(set)[i] ? row[anchors[i]] : 0;
            }
        }
        return IntStream.range(0, network.firms())
                .filter(failed -> failed != firm && bySet[reached[failed]] + row[failed] * source[failed] > 1)
                .toArray();
    }

    private void fail(int firm) {
        boolean dead = isDead(firm);
        Effect effect = capped.effect(firm, dead, sets.get(reached[firm]), above.get(firm));
        impact[firm] = greens.baseImpact() + effect.weighted() - (dead ? 0 : network.weight(firm));
        failures[firm] = greens.dead() + effect.capped();
    }
}
