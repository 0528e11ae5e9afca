package org.finplan.risk.network.query;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.snapshot.NetworkContent;

/** The measures of each firm, in an order that is found once for each network that is kept ready. */
final class FirmMeasures {

    private final NetworkContent network;
    private final ComponentAnalysis analysis;
    private final Map<FirmOrder, int[]> orders = new ConcurrentHashMap<>();

    private FirmMeasures(NetworkContent network) {
        this.network = network;
        this.analysis = ComponentAnalysis.of(network);
    }

    static FirmMeasures of(NetworkContent network) {
        return network.derived(FirmMeasures.class, () -> new FirmMeasures(network));
    }

    /** {@return how many components there are} */
    int components() {
        return analysis.count();
    }

    /**
     * The firms in an order, the largest first, those with the same number by their ids.
     *
     * @param order by what
     * @param component of which component, or null for all
     * @return their numbers
     */
    int[] firms(FirmOrder order, @Nullable Integer component) {
        int[] all = orders.computeIfAbsent(order, this::sorted);
        return component == null
                ? all
                : IntStream.of(all)
                        .filter(firm -> analysis.chains().of(firm) == component)
                        .toArray();
    }

    private int[] sorted(FirmOrder order) {
        double[] value = IntStream.range(0, network.firms().size())
                .mapToDouble(firm -> value(order, firm))
                .toArray();
        // Firms are numbered in the order of their ids, and the sort is stable.
        return IntStream.range(0, value.length)
                .boxed()
                .sorted(Comparator.comparingDouble(firm -> -value[firm]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double value(FirmOrder order, int firm) {
        return switch (order) {
            case EXPOSURE ->
                analysis.graph().total(firm) + analysis.transposed().total(firm);
            case CORE_NUMBER -> analysis.coreNumber(firm);
            case PAGE_RANK -> analysis.pageRank(firm);
            case BETWEENNESS -> analysis.betweenness().of(firm);
        };
    }

    FirmMeasureView measures(int firm) {
        FirmGraph given = analysis.graph();
        FirmGraph received = analysis.transposed();
        return new FirmMeasureView(
                network.firms().get(firm).id(),
                analysis.chains().of(firm),
                analysis.circles().size(analysis.circles().of(firm)),
                BigDecimal.valueOf(given.total(firm)),
                BigDecimal.valueOf(received.total(firm)),
                BigDecimal.valueOf(given.total(firm) + received.total(firm)),
                given.degree(firm),
                received.degree(firm),
                analysis.coreNumber(firm),
                BigDecimal.valueOf(analysis.pageRank(firm)),
                BigDecimal.valueOf(analysis.betweenness().of(firm)),
                BigDecimal.valueOf(analysis.betweenness().standardError(firm)));
    }
}
