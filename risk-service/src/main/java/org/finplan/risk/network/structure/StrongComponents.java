package org.finplan.risk.network.structure;

import java.util.Arrays;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * Circles (互保圈): firms that reach each other along edges. Algorithm of Tarjan (1972), without recursion, so that a
 * chain of a million firms needs no deep stack. Linear in firms and edges.
 */
public final class StrongComponents {

    private static final int UNSEEN = -1;

    private final FirmGraph graph;
    private final int[] component;
    private final int[] index;
    private final int[] low;
    private final int[] stack;
    private final int[] path;
    private final int[] edge;
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
        Arrays.fill(component, UNSEEN);
        Arrays.fill(index, UNSEEN);
    }

    /**
     * Finds the strongly connected components.
     *
     * @param graph the graph
     * @return components in topological order: an edge between two of them leads from the lower number to the higher
     */
    public static Components of(FirmGraph graph) {
        StrongComponents search = new StrongComponents(graph);
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

    private void visit(int root) {
        int depth = 0;
        open(root, 0);
        while (depth >= 0) {
            int firm = path[depth];
            if (edge[firm] < graph.end(firm)) {
                int next = graph.head(edge[firm]++);
                if (index[next] == UNSEEN) {
                    open(next, ++depth);
                } else if (component[next] == UNSEEN) {
                    low[firm] = Math.min(low[firm], index[next]);
                }
            } else {
                close(firm);
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[firm]);
                }
            }
        }
    }

    private void open(int firm, int depth) {
        path[depth] = firm;
        index[firm] = seen;
        low[firm] = seen++;
        edge[firm] = graph.begin(firm);
        stack[stacked++] = firm;
    }

    private void close(int firm) {
        if (low[firm] != index[firm]) {
            return;
        }
        int last;
        do {
            last = stack[--stacked];
            component[last] = found;
        } while (last != firm);
        found++;
    }
}
