package org.finplan.risk.network.structure;

import java.util.List;

/**
 * A path along edges.
 *
 * @param firms the firms, in order
 * @param amounts amount of each edge, one fewer than firms
 * @param end why it ends here
 */
public record FirmPath(List<Integer> firms, List<Double> amounts, End end) {

    /** Why a path ends. */
    public enum End {
        /** No edge leads on. */
        LEAF,
        /** The last edge leads back to a firm of the path. */
        LOOP,
        /** The depth was reached, and edges lead on. */
        DEPTH
    }

    /** {@return the smallest amount on the path: no more than that is passed along it} */
    public double bottleneck() {
        return amounts.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
