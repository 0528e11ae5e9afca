package org.finplan.risk.network.snapshot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * What a network consists of. Firms are in the order of their ids, edges in that of their ends, so that the order in
 * which they were sent changes nothing.
 *
 * @param kind what the edges mean
 * @param asOf the day that it shows
 * @param synthetic whether it was made up, for tests and demonstrations
 * @param firms the firms
 * @param edges the edges
 */
public record NetworkContent(
        NetworkKind kind, LocalDate asOf, boolean synthetic, List<Firm> firms, List<FirmEdge> edges) {

    public NetworkContent {
        firms = List.copyOf(firms);
        edges = List.copyOf(edges);
    }

    /**
     * The edges as a graph.
     *
     * @param joint how joint guarantees count
     * @return the graph; parallel edges are summed
     */
    public FirmGraph graph(JointGuarantees joint) {
        return FirmGraph.of(
                firms.size(),
                edges.stream().mapToInt(FirmEdge::from).toArray(),
                edges.stream().mapToInt(FirmEdge::to).toArray(),
                joint.amounts(edges));
    }

    /**
     * From a firm to those that lose by its failure.
     *
     * @param joint how joint guarantees count
     * @return the graph: turned round where guarantors stand at the tail
     */
    public FirmGraph hits(JointGuarantees joint) {
        FirmGraph graph = graph(joint);
        return kind == NetworkKind.GUARANTEE ? graph.transposed() : graph;
    }

    /** {@return the numbers of the firms by their ids} */
    public Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int firm = 0; firm < firms.size(); firm++) {
            numbers.put(firms.get(firm).id(), firm);
        }
        return numbers;
    }

    /**
     * Finds a firm.
     *
     * @param id its id
     * @return its number; empty when there is none
     */
    public Optional<Integer> number(String id) {
        return Optional.ofNullable(numbers().get(id));
    }

    /** {@return SHA-256 of all of it; values that are equal are the same whatever their zeros} */
    byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, kind.code(), asOf.toString(), Boolean.toString(synthetic));
            for (Firm firm : firms) {
                add(
                        digest,
                        firm.id(),
                        text(firm.equity()),
                        text(firm.weight()),
                        text(firm.externalAssets()),
                        text(firm.externalDebt()));
            }
            for (FirmEdge edge : edges) {
                add(
                        digest,
                        Integer.toString(edge.from()),
                        Integer.toString(edge.to()),
                        text(edge.amount()),
                        edge.contract(),
                        text(edge.share()),
                        date(edge.since()),
                        date(edge.until()));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }

    private static String date(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String text(BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }
}
