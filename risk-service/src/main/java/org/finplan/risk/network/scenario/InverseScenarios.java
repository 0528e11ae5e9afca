package org.finplan.risk.network.scenario;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.SpectralRadius;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.linear.RowSystem;
import org.finplan.risk.network.linear.SparseFactor;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.StrongComponents;

/**
 * All single failures from one factorisation. With G the inverse of 1 - L, the stress of all firms when firm i has failed
 * is column i of G over its diagonal entry, as long as nobody else reaches the cap; so all impacts are one solution of
 * the transposed system over the diagonal of G.
 *
 * <p>Somebody else reaches the cap only if a risky firm does: one whose relative losses add up to 1 or more. (Any other
 * firm is at most as stressed as the most stressed of those that it depends on.) So rows of G are worked out for the
 * risky firms only. Where one of them would be above 1, the firms at the cap are found as in the exact solver, from above,
 * by small systems of those firms.
 */
final class InverseScenarios {

    private static final double CRITICAL = 1 - 1e-9;
    private static final double RISKY = 1 - 1e-12;
    private static final long MOST_ENTRIES = 10_000_000;
    private static final long MOST_CELLS = 20_000_000;

    private final LossNetwork network;
    private final SparseFactor factor;
    private final double[] diagonal;
    private final double[] base;
    private final double[] influence;
    private final double baseImpact;
    private final int[] risky;
    private final double[][] rows;
    private final Map<Integer, double[]> columns = new ConcurrentHashMap<>();
    private final int dead;
    private final double[] impact;
    private final int[] failures;

    private InverseScenarios(LossNetwork network, SparseFactor factor, int[] risky, int threads) {
        int firms = network.firms();
        this.network = network;
        this.factor = factor;
        this.risky = risky;
        this.diagonal = factor.inverseDiagonal();
        double[] start = network.initialStress(new double[firms]);
        this.base = start.clone();
        factor.solve(base);
        this.influence = new double[firms];
        Arrays.setAll(influence, network::weight);
        factor.solveTransposed(influence);
        double weighted = 0;
        int gone = 0;
        for (int firm = 0; firm < firms; firm++) {
            weighted += network.weight(firm) * (base[firm] - start[firm]);
            gone += start[firm] >= 1 ? 1 : 0;
        }
        this.baseImpact = weighted;
        this.dead = gone;
        this.rows = new double[risky.length][];
        Parallel.each(risky.length, threads, () -> place -> rows[place] = row(risky[place]));
        this.impact = new double[firms];
        this.failures = new int[firms];
    }

    /** Works out all failures; empty when the network is at or beyond the critical point, or too large. */
    static Optional<SingleFailures> of(LossNetwork network, int threads) {
        FirmGraph leverage = network.leverage();
        Components circles = StrongComponents.of(leverage);
        FirmGraph hitBy = leverage.transposed();
        int[] risky = IntStream.range(0, network.firms())
                .filter(firm -> hitBy.total(firm) >= RISKY)
                .toArray();
        boolean fits = (long) risky.length * network.firms() <= MOST_CELLS;
        for (int number = 0; fits && number < circles.count(); number++) {
            fits = circles.size(number) == 1
                    || SpectralRadius.of(leverage, circles, number).upper() < CRITICAL;
        }
        Optional<SparseFactor> factor = fits ? SparseFactor.of(system(hitBy), MOST_ENTRIES) : Optional.empty();
        return factor.map(own -> {
            InverseScenarios scenarios = new InverseScenarios(network, own, risky, threads);
            Parallel.each(network.firms(), threads, () -> scenarios::fail);
            return new SingleFailures(scenarios.impact, scenarios.failures, true, true);
        });
    }

    private static RowSystem system(FirmGraph hitBy) {
        RowSystem system = new RowSystem(hitBy.firms(), 1);
        for (int firm = 0; firm < hitBy.firms(); firm++) {
            for (int edge = hitBy.begin(firm); edge < hitBy.end(firm); edge++) {
                system.add(hitBy.head(edge), hitBy.amount(edge));
            }
            system.endRow();
        }
        return system;
    }

    private double[] row(int firm) {
        double[] row = new double[network.firms()];
        row[firm] = 1;
        factor.solveTransposed(row);
        return row;
    }

    private double[] column(int firm) {
        return columns.computeIfAbsent(firm, own -> {
            double[] column = new double[network.firms()];
            column[own] = 1;
            factor.solve(column);
            return column;
        });
    }

    private void fail(int firm) {
        boolean gone = network.equity(firm) <= 0;
        int[] capped = gone ? new int[0] : new int[] {firm};
        double[] source = gone ? new double[0] : new double[] {(1 - base[firm]) / diagonal[firm]};
        int[] above = above(firm, capped, source);
        if (above.length > 0) {
            capped = IntStream.concat(Arrays.stream(capped), Arrays.stream(above))
                    .toArray();
            int[] left = capped;
            do {
                capped = left;
                source = sources(firm, capped);
                left = staying(firm, capped, source);
            } while (left.length < capped.length);
        }
        double sum = baseImpact - (gone ? 0 : network.weight(firm));
        for (int i = 0; i < capped.length; i++) {
            sum += influence[capped[i]] * source[i];
        }
        impact[firm] = sum;
        failures[firm] = dead + capped.length;
    }

    /** Risky firms that the failure alone would lift above the cap. */
    private int[] above(int failed, int[] capped, double[] source) {
        int count = 0;
        int[] found = new int[risky.length];
        for (int i = 0; i < risky.length; i++) {
            double stress = base[risky[i]] + (capped.length == 0 ? 0 : rows[i][failed] * source[0]);
            if (risky[i] != failed && stress > 1) {
                found[count++] = risky[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** What has to be put into each capped firm, or taken from it, so that it stands at exactly 1. */
    private double[] sources(int failed, int[] capped) {
        double[][] matrix = new double[capped.length][capped.length];
        double[] right = new double[capped.length];
        for (int column = 0; column < capped.length; column++) {
            int from = capped[column];
            for (int row = 0; row < capped.length; row++) {
                matrix[row][column] = between(capped[row], from, failed);
            }
            right[column] = 1 - base[from];
        }
        SparseFactor.solveDense(matrix, right);
        return right;
    }

    private double between(int to, int from, int failed) {
        if (to == from) {
            return diagonal[to];
        }
        return from == failed ? rows[Arrays.binarySearch(risky, to)][from] : column(from)[to];
    }

    /** A firm from which nothing is taken would not reach the cap. */
    private static int[] staying(int failed, int[] capped, double[] source) {
        return IntStream.range(0, capped.length)
                .filter(i -> capped[i] == failed || source[i] <= 0)
                .map(i -> capped[i])
                .toArray();
    }
}
