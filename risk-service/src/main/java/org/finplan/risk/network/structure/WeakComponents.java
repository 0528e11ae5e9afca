package org.finplan.risk.network.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.finplan.risk.network.graph.FirmGraph;

/** Chains (担保链, 担保圈 in the wide sense): firms joined by edges in any direction. Union-find with path halving. */
public final class WeakComponents {

    private WeakComponents() {}

    /**
     * Finds the weakly connected components.
     *
     * @param graph the graph
     * @return components, the largest first, of the same size the one with the first firm first
     */
    public static Components of(FirmGraph graph) {
        int firms = graph.firms();
        int[] parent = new int[firms];
        Arrays.setAll(parent, firm -> firm);
        for (int firm = 0; firm < firms; firm++) {
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                int one = root(parent, firm);
                int other = root(parent, graph.head(edge));
                // The root is the first firm of its component.
                parent[Math.max(one, other)] = Math.min(one, other);
            }
        }
        int[] size = new int[firms];
        for (int firm = 0; firm < firms; firm++) {
            parent[firm] = root(parent, firm);
            size[parent[firm]]++;
        }
        int[] roots = IntStream.range(0, firms)
                .filter(firm -> parent[firm] == firm)
                .boxed()
                .sorted(Comparator.comparingInt((Integer root) -> -size[root]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] number = new int[firms];
        for (int place = 0; place < roots.length; place++) {
            number[roots[place]] = place;
        }
        int[] component = new int[firms];
        Arrays.setAll(component, firm -> number[parent[firm]]);
        return Components.of(component, roots.length);
    }

    private static int root(int[] parent, int firm) {
        int at = firm;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
