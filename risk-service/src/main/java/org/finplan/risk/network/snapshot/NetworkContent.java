package org.finplan.risk.network.snapshot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * What a network consists of. Firms are in the order of their ids, edges in that of their ends, so that the order in which they were sent
 * changes nothing. Never changed, so that what was worked out of it is kept with it. Firms and edges are kept as columns.
 */
public final class NetworkContent {

    private final NetworkKind kind;
    private final LocalDate asOf;
    private final boolean synthetic;
    private final FirmColumns firms;
    private final EdgeColumns edges;
    private final Derived derived = new Derived();

    /**
     * A network.
     *
     * @param kind what the edges mean
     * @param asOf the day that it shows
     * @param synthetic whether it was made up, for tests and demonstrations
     * @param firms the firms, in the order of their ids
     * @param edges the edges
     */
    public NetworkContent(NetworkKind kind, LocalDate asOf, boolean synthetic, List<Firm> firms, List<FirmEdge> edges) {
        this.kind = kind;
        this.asOf = asOf;
        this.synthetic = synthetic;
        this.firms = FirmColumns.of(firms);
        this.edges = EdgeColumns.of(edges);
    }

    /** {@return what the edges mean} */
    public NetworkKind kind() {
        return kind;
    }

    /** {@return the day that it shows} */
    public LocalDate asOf() {
        return asOf;
    }

    /** {@return whether it was made up, for tests and demonstrations} */
    public boolean synthetic() {
        return synthetic;
    }

    /** {@return the firms; one is made each time that it is asked for} */
    public List<Firm> firms() {
        return firms;
    }

    /** {@return the edges; one is made each time that it is asked for} */
    public List<FirmEdge> edges() {
        return edges;
    }

    FirmColumns firmColumns() {
        return firms;
    }

    EdgeColumns edgeColumns() {
        return edges;
    }

    /**
     * The edges as a graph.
     *
     * @param joint how joint guarantees count
     * @return the graph; parallel edges are summed
     */
    public FirmGraph graph(JointGuarantees joint) {
        boolean shared = joint == JointGuarantees.EXPECTED && derived.of("shared", edges::areShared);
        return derived.of(
                List.of("graph", shared),
                () -> FirmGraph.of(firms.size(), edges.from.toArray(), edges.to.toArray(), edges.amounts(shared)));
    }

    /**
     * The edges turned round.
     *
     * @param joint how joint guarantees count
     * @return the graph
     */
    public FirmGraph transposed(JointGuarantees joint) {
        FirmGraph graph = graph(joint);
        return derived.of(List.of("transposed", graph), graph::transposed);
    }

    /**
     * From a firm to those that lose by its failure.
     *
     * @param joint how joint guarantees count
     * @return the graph: turned round where guarantors stand at the tail
     */
    public FirmGraph hits(JointGuarantees joint) {
        return kind == NetworkKind.GUARANTEE ? transposed(joint) : graph(joint);
    }

    /**
     * Finds a firm.
     *
     * @param id its id
     * @return its number; empty when there is none
     */
    public Optional<Integer> number(String id) {
        int number = id == null ? -1 : firms.number(id);
        return number < 0 ? Optional.empty() : Optional.of(number);
    }

    /**
     * Finds the edges between two firms of a network that is stored, whose edges are in order.
     *
     * @param from number of the guarantor or debtor
     * @param to number of the borrower or creditor
     * @return the edges, none when there are none
     */
    public List<FirmEdge> between(int from, int to) {
        int begin = edges.begin(from, to);
        return edges.subList(begin, edges.begin(from, to + 1));
    }

    /** {@return the numbers of the firms by their ids, made anew each time; of one firm see {@link #number}} */
    public Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int firm = 0; firm < firms.size(); firm++) {
            numbers.put(firms.id.get(firm), firm);
        }
        return numbers;
    }

    /**
     * What is worked out of the network, once as long as it is kept in memory.
     *
     * @param key what it is; there are only a few different ones
     * @param make works it out
     * @param <T> type of what is under the key
     * @return it, the same each time
     */
    public <T> T derived(Object key, Supplier<T> make) {
        return derived.of(key, make);
    }

    /** {@return SHA-256 of all of it; values that are equal are the same whatever their zeros} */
    byte[] hash() {
        return derived.of("hash", this::reckonedHash).clone();
    }

    private byte[] reckonedHash() {
        ContentDigest digest = new ContentDigest();
        digest.add(kind.code(), asOf.toString(), Boolean.toString(synthetic));
        for (Firm firm : firms) {
            digest.add(
                    firm.id(),
                    text(firm.equity()),
                    text(firm.weight()),
                    text(firm.externalAssets()),
                    text(firm.externalDebt()));
        }
        for (FirmEdge edge : edges) {
            digest.add(
                    Integer.toString(edge.from()),
                    Integer.toString(edge.to()),
                    text(edge.amount()),
                    edge.contract(),
                    text(edge.share()),
                    date(edge.since()),
                    date(edge.until()));
        }
        return digest.value();
    }

    private static String date(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String text(BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkContent network
                && kind == network.kind
                && asOf.equals(network.asOf)
                && synthetic == network.synthetic
                && firms.equals(network.firms)
                && edges.equals(network.edges);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, asOf, firms.size(), edges.size());
    }
}
