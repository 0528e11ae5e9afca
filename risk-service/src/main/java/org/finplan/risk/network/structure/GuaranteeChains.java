package org.finplan.risk.network.structure;

import java.util.ArrayList;
import java.util.List;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * The chains of one firm: all paths to a depth that cannot be made longer. A path that comes back to one of its firms
 * closes there, so that loops are shown and nothing runs without end; the number of paths is bounded.
 */
public final class GuaranteeChains {

    private final FirmGraph graph;
    private final int depth;
    private final int most;
    private final List<FirmPath> paths = new ArrayList<>();
    private final int[] firm;
    private final int[] edge;
    private boolean truncated;

    private GuaranteeChains(FirmGraph graph, int depth, int most) {
        this.graph = graph;
        this.depth = depth;
        this.most = most;
        this.firm = new int[depth + 1];
        this.edge = new int[depth + 1];
    }

    /**
     * Follows the edges of a firm.
     *
     * @param graph the edges
     * @param start the firm
     * @param depth longest path, in edges, at least 1
     * @param most most paths
     * @return the paths, in the order of their firms
     */
    public static GuaranteeChains of(FirmGraph graph, int start, int depth, int most) {
        GuaranteeChains chains = new GuaranteeChains(graph, depth, most);
        chains.follow(start);
        return chains;
    }

    /** {@return the paths} */
    public List<FirmPath> paths() {
        return List.copyOf(paths);
    }

    /** {@return whether there are more paths than were asked for} */
    public boolean truncated() {
        return truncated;
    }

    private void follow(int start) {
        int at = 0;
        firm[0] = start;
        edge[0] = graph.begin(start);
        while (at >= 0 && !truncated) {
            if (edge[at] == graph.end(firm[at])) {
                at--;
                continue;
            }
            int next = graph.head(edge[at]++);
            firm[at + 1] = next;
            FirmPath.End end = end(next, at);
            if (end == null) {
                at++;
                edge[at] = graph.begin(next);
            } else {
                add(at + 1, end);
            }
        }
    }

    /** Says why a path ends at its newest firm, null when it goes on. */
    private FirmPath.End end(int next, int at) {
        for (int i = 0; i <= at; i++) {
            if (firm[i] == next) {
                return FirmPath.End.LOOP;
            }
        }
        if (graph.degree(next) == 0) {
            return FirmPath.End.LEAF;
        }
        return at + 1 == depth ? FirmPath.End.DEPTH : null;
    }

    private void add(int length, FirmPath.End end) {
        if (paths.size() == most) {
            truncated = true;
            return;
        }
        List<Integer> firms = new ArrayList<>();
        List<Double> amounts = new ArrayList<>();
        for (int i = 0; i <= length; i++) {
            firms.add(firm[i]);
            if (i < length) {
                amounts.add(graph.amount(edge[i] - 1));
            }
        }
        paths.add(new FirmPath(firms, amounts, end));
    }
}
