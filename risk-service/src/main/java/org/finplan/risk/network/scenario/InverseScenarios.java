package org.finplan.risk.network.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.scenario.CappedFirms.Effect;

/**
 * All single failures from one factorisation. With G the inverse of 1 - L, the stress of all firms when firm i has failed
 * is column i of G over its diagonal entry, as long as nobody else reaches the cap; so all impacts are one solution of
 * the transposed system over the diagonal of G. Where circles are at or beyond the critical point, a few anchors are held
 * apart, without which they are not.
 *
 * <p>Somebody else reaches the cap only if an anchor or a risky firm does: one whose relative losses add up to 1 or more.
 * (Any other firm is at most as stressed as the most stressed of those that it depends on.) So one row of G is worked out
 * for each risky firm, and whom it would be lifted by is noted. Left to iteration where the factors or these rows would be too
 * many.
 */
final class InverseScenarios {

    private static final double RISKY = 1 - 1e-12;
    /** Beyond this the factors of a network would hardly be few enough: not tried. */
    private static final int MOST_EDGES = 2_000_000;
    /** Entries of the rows of risky firms: about a minute's work. */
    private static final long MOST_ROW_ENTRIES = 4_000_000_000L;

    private final LossNetwork network;
    private final GreensFunction greens;
    private final CappedFirms capped;
    private final int[] anchors;
    private final AnchorSets sets;
    private final double[] source;
    private final double[] impact;
    private final int[] failures;

    private InverseScenarios(LossNetwork network, GreensFunction greens, int[] anchors) {
        int firms = network.firms();
        this.network = network;
        this.greens = greens;
        this.capped = new CappedFirms(greens, anchors);
        this.anchors = anchors;
        this.sets = AnchorSets.of(capped, firms);
        this.source = new double[firms];
        this.impact = new double[firms];
        this.failures = new int[firms];
        for (int firm = 0; firm < firms; firm++) {
            source[firm] = isDead(firm) ? 0 : capped.source(firm, sets.set(sets.number(firm)));
        }
    }

    /**
     * Works out all failures.
     *
     * @param network the network
     * @param threads on how many threads
     * @param progress watches it
     * @return what they do; empty when too many anchors or rows would be needed, or the factors would be too large
     * @throws CancellationException when progress said to give up
     */
    static Optional<SingleFailures> of(LossNetwork network, int threads, Progress progress) {
        FirmGraph leverage = network.leverage();
        if (leverage.edges() > MOST_EDGES) {
            return Optional.empty();
        }
        FirmGraph hitBy = leverage.transposed();
        int[] anchors = Anchors.of(leverage, progress).orElse(null);
        if (anchors == null) {
            return Optional.empty();
        }
        int[] risky = IntStream.range(0, network.firms())
                .filter(firm -> hitBy.total(firm) >= RISKY && Arrays.binarySearch(anchors, firm) < 0)
                .toArray();
        if ((long) risky.length * network.firms() > MOST_ROW_ENTRIES) {
            return Optional.empty();
        }
        return GreensFunction.of(network, hitBy, anchors)
                .map(greens -> new InverseScenarios(network, greens, anchors).run(risky, threads, progress));
    }

    private SingleFailures run(int[] risky, int threads, Progress progress) {
        int whole = risky.length + network.firms();
        int[][] by = new int[risky.length][];
        double[][] unit = new double[risky.length][];
        Parallel.each(risky.length, threads, progress.stretch(0, whole), () -> place -> {
            double[] row = greens.row(risky[place]);
            by[place] = lifting(risky[place], row);
            unit[place] =
                    Arrays.stream(by[place]).mapToDouble(firm -> row[firm]).toArray();
        });
        LiftedFirms lifted = LiftedFirms.of(network.firms(), risky, by, unit);
        Parallel.each(
                network.firms(), threads, progress.stretch(risky.length, whole), () -> firm -> fail(firm, lifted));
        return new SingleFailures(0, impact, failures, true, true);
    }

    private boolean isDead(int firm) {
        return network.equity(firm) <= 0;
    }

    /** Whose failure would lift a firm above the cap, when all anchors that it reaches are there. */
    private int[] lifting(int firm, double[] row) {
        double[] bySet = new double[sets.count()];
        for (int set = 0; set < bySet.length; set++) {
            bySet[set] = greens.base(firm);
            for (int i = 0; i < anchors.length; i++) {
                bySet[set] += sets.set(set)[i] ? row[anchors[i]] : 0;
            }
        }
        return IntStream.range(0, network.firms())
                .filter(failed -> failed != firm && bySet[sets.number(failed)] + row[failed] * source[failed] > 1)
                .toArray();
    }

    private void fail(int firm, LiftedFirms lifted) {
        boolean dead = isDead(firm);
        Effect effect = capped.effect(firm, dead, sets.set(sets.number(firm)), lifted);
        impact[firm] = greens.baseImpact() + effect.weighted() - (dead ? 0 : network.weight(firm));
        failures[firm] = greens.dead() + effect.capped();
    }
}
