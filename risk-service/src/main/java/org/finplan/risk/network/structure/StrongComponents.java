package org.finplan.risk.network.structure;

import java.util.Arrays;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * Circles (互保圈): firms that reach each other along edges. Algorithm of Tarjan (1972), without recursion, so that a
 * chain of a million firms needs no deep stack. Linear in firms and edges. In a large network the circle of a busy firm is found
 * first, and the algorithm looks at what is left.
 */
public final class StrongComponents {

    private static final int UNSEEN = -1;
    /** Index of a firm whose component is known: above all others, so that nothing is drawn down by it. */
    private static final int CLOSED = Integer.MAX_VALUE;

    /** Up to here the caches hold what the search looks at, and it need not be spared anything. */
    private static final int LARGE = 1 << 16;

    private final FirmGraph graph;
    private final int[] component;
    private final int[] index;
    private final int[] stack;
    /** The path on which the search is; what is known of a firm on it lies by depth, one after the other in memory. */
    private final int[] path;

    private final int[] low;
    private final int[] edge;
    private final int[] end;
    private int stacked;
    private int seen;
    private int found;

    private StrongComponents(FirmGraph graph) {
        int firms = graph.firms();
        this.graph = graph;
        this.component = new int[firms];
        this.index = new int[firms];
        this.low = new int[firms];
        this.stack = new int[firms];
        this.path = new int[firms];
        this.edge = new int[firms];
        this.end = new int[firms];
        Arrays.fill(index, UNSEEN);
    }

    /**
     * Finds the strongly connected components.
     *
     * @param graph the graph
     * @return components in topological order: an edge between two of them leads from the lower number to the higher
     */
    public static Components of(FirmGraph graph) {
        return of(graph, LARGE);
    }

    /** Looks for a large circle first when there are at least so many firms. */
    static Components of(FirmGraph graph, int large) {
        StrongComponents search = new StrongComponents(graph);
        if (graph.firms() >= large) {
            LargeCircle.of(graph).ifPresent(search::spare);
        }
        for (int firm = 0; firm < graph.firms(); firm++) {
            if (search.index[firm] == UNSEEN) {
                search.visit(firm);
            }
        }
        // Tarjan closes a component after all that it leads to.
        for (int firm = 0; firm < graph.firms(); firm++) {
            search.component[firm] = search.found - 1 - search.component[firm];
        }
        return Components.of(search.component, search.found);
    }

    /** Closes a circle that is known, after what it leads to and before all others. */
    private void spare(LargeCircle circle) {
        for (int firm = 0; firm < index.length; firm++) {
            if (index[firm] == UNSEEN && circle.reaches(firm) && !circle.contains(firm)) {
                visit(firm);
            }
        }
        for (int firm = 0; firm < index.length; firm++) {
            if (circle.contains(firm)) {
                component[firm] = found;
                index[firm] = CLOSED;
            }
        }
        found++;
    }

    private void visit(int root) {
        int depth = 0;
        open(root, 0);
        while (depth >= 0) {
            if (edge[depth] < end[depth]) {
                int next = graph.head(edge[depth]++);
                if (index[next] == UNSEEN) {
                    open(next, ++depth);
                } else {
                    low[depth] = Math.min(low[depth], index[next]);
                }
            } else {
                close(depth);
                depth--;
                if (depth >= 0) {
                    low[depth] = Math.min(low[depth], low[depth + 1]);
                }
            }
        }
    }

    private void open(int firm, int depth) {
        path[depth] = firm;
        index[firm] = seen;
        low[depth] = seen++;
        edge[depth] = graph.begin(firm);
        end[depth] = graph.end(firm);
        stack[stacked++] = firm;
    }

    private void close(int depth) {
        int firm = path[depth];
        if (low[depth] != index[firm]) {
            return;
        }
        int last;
        do {
            last = stack[--stacked];
            component[last] = found;
            index[last] = CLOSED;
        } while (last != firm);
        found++;
    }
}
