package org.finplan.risk.network.scenario;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.linear.RowSystem;
import org.finplan.risk.network.linear.SparseFactor;

/**
 * What a unit of stress put into one firm does to all others, with what reaches the anchors held back: the inverse G of
 * 1 - L whose rows of anchors are those of the identity. Columns are worked out when they are asked for.
 */
final class GreensFunction {

    private static final long MOST_ENTRIES = 10_000_000;
    /** Of columns that are kept: 128 MB at most. */
    private static final int MOST_NUMBERS = 16_000_000;

    private static final int MOST_COLUMNS = 400;

    private final FirmGraph hitBy;
    private final SparseFactor factor;
    private final double[] diagonal;
    private final double[] base;
    private final double[] influence;
    private final double baseImpact;
    private final int dead;
    private final Map<Integer, double[]> columns = new ConcurrentHashMap<>();

    private GreensFunction(LossNetwork network, FirmGraph hitBy, SparseFactor factor) {
        int firms = network.firms();
        this.hitBy = hitBy;
        this.factor = factor;
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
    }

    /** Factorises; empty when the factors would be too large. */
    static Optional<GreensFunction> of(LossNetwork network, FirmGraph hitBy, int[] anchors) {
        RowSystem system = new RowSystem(hitBy.firms(), 1);
        for (int firm = 0; firm < hitBy.firms(); firm++) {
            boolean anchor = Arrays.binarySearch(anchors, firm) >= 0;
            for (int edge = hitBy.begin(firm); !anchor && edge < hitBy.end(firm); edge++) {
                system.add(hitBy.head(edge), hitBy.amount(edge));
            }
            system.endRow();
        }
        return SparseFactor.of(system, MOST_ENTRIES).map(factor -> new GreensFunction(network, hitBy, factor));
    }

    int firms() {
        return base.length;
    }

    /** {@return stress of a firm before anybody else fails, by the firms that have no equity} */
    double base(int firm) {
        return base[firm];
    }

    /** {@return weighted stress that those firms cause} */
    double baseImpact() {
        return baseImpact;
    }

    /** {@return how many firms have no equity} */
    int dead() {
        return dead;
    }

    /** {@return weighted stress of all firms by a unit put into one} */
    double influence(int firm) {
        return influence[firm];
    }

    double diagonal(int firm) {
        return diagonal[firm];
    }

    /** {@return what a unit put into each firm does to this one} */
    double[] row(int firm) {
        double[] row = new double[firms()];
        row[firm] = 1;
        factor.solveTransposed(row);
        return row;
    }

    /** {@return what would reach an anchor by a unit put into each firm, if it were not held back} */
    double[] reaching(int anchor) {
        double[] row = new double[firms()];
        for (int edge = hitBy.begin(anchor); edge < hitBy.end(anchor); edge++) {
            row[hitBy.head(edge)] = hitBy.amount(edge);
        }
        factor.solveTransposed(row);
        return row;
    }

    /** {@return what would reach an anchor by the firms that have no equity} */
    double baseReaching(int anchor) {
        double sum = 0;
        for (int edge = hitBy.begin(anchor); edge < hitBy.end(anchor); edge++) {
            sum += hitBy.amount(edge) * base[hitBy.head(edge)];
        }
        return sum;
    }

    /** {@return what a unit put into this firm does to each; to be left as it is} */
    double[] column(int firm) {
        double[] known = columns.get(firm);
        if (known != null) {
            return known;
        }
        double[] column = new double[firms()];
        column[firm] = 1;
        factor.solve(column);
        if (columns.size() < Math.min(MOST_COLUMNS, MOST_NUMBERS / column.length)) {
            columns.put(firm, column);
        }
        return column;
    }
}
