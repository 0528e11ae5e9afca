package org.finplan.risk.network.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts a network together of edges that come one after the other, in whatever order. */
public final class NetworkBuilder {

    private final int firms;
    private EdgeColumns edges = new EdgeColumns();

    /**
     * A network without edges.
     *
     * @param firms how many firms it has
     */
    public NetworkBuilder(int firms) {
        this.firms = firms;
    }

    /**
     * Adds an edge.
     *
     * @param edge the edge
     */
    public void add(FirmEdge edge) {
        edges.append(edge);
    }

    /** {@return how many edges there are} */
    public int size() {
        return edges.size();
    }

    /** Puts the edges in their order. */
    public void sort() {
        edges = edges.inOrder(firms);
    }

    /** {@return edges beyond the first between the same two firms; after {@link #sort}} */
    public int parallel() {
        return edges.parallel();
    }

    /**
     * The firms between which there is more than one edge; after {@link #sort}.
     *
     * @return the edges of each pair of firms, in order
     */
    public List<List<FirmEdge>> parallels() {
        List<List<FirmEdge>> parallels = new ArrayList<>();
        int begin = 0;
        for (int row = 1; row <= edges.size(); row++) {
            if (row == edges.size()
                    || edges.from.get(row) != edges.from.get(begin)
                    || edges.to.get(row) != edges.to.get(begin)) {
                if (row - begin > 1) {
                    parallels.add(List.copyOf(edges.subList(begin, row)));
                }
                begin = row;
            }
        }
        return parallels;
    }

    /**
     * Makes the network.
     *
     * @param kind what the edges mean
     * @param asOf the day that it shows
     * @param synthetic whether it was made up
     * @param all the firms, in the order of their ids
     * @return the network; that of debts has no contracts
     */
    public NetworkContent content(NetworkKind kind, LocalDate asOf, boolean synthetic, List<Firm> all) {
        EdgeColumns own = kind == NetworkKind.DEBT ? edges.withoutContracts().inOrder(firms) : edges;
        return new NetworkContent(kind, asOf, synthetic, all, own);
    }
}
