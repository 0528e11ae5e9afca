package org.finplan.risk.network.query;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.SpectralRadius;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.query.ComponentView.CentralFirmView;
import org.finplan.risk.network.query.ComponentView.CircleView;
import org.finplan.risk.network.query.ComponentView.CoreFirmView;
import org.finplan.risk.network.run.FirmFigures;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.structure.Betweenness;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.CoreFirm;
import org.finplan.risk.network.structure.CoreNumbers;
import org.finplan.risk.network.structure.PageRank;
import org.finplan.risk.network.structure.StrongComponents;
import org.finplan.risk.network.structure.WeakComponents;

/** Works out what the components of a network look like, once for each network that is kept ready. */
final class ComponentAnalysis {

    private static final int MOST_FIRMS = 1000;
    private static final int MOST_CIRCLES = 100;
    private static final int EXACT_UP_TO = 2000;
    private static final int MOST_SOURCES = 500;
    private static final int FEWEST_SOURCES = 100;
    /** Firms and edges that are looked at for a sample, about: some two seconds. */
    private static final int SAMPLED = 50_000_000;

    private static final long SEED = 1;
    private static final double DAMPING = 0.85;
    private static final double PAGE_RANK_TOLERANCE = 1e-12;

    private final NetworkContent network;
    private final FirmGraph graph;
    private final FirmGraph transposed;
    private final Components chains;
    private final Components circles;
    private final int[] core;
    private final double[] rank;
    private final Betweenness betweenness;
    private final FirmGraph leverage;
    private final Map<Integer, SpectralRadius> radii = new ConcurrentHashMap<>();

    private ComponentAnalysis(NetworkContent network) {
        this.network = network;
        this.graph = network.graph(JointGuarantees.EXPECTED);
        this.transposed = network.transposed(JointGuarantees.EXPECTED);
        this.chains = WeakComponents.of(graph);
        this.circles = StrongComponents.of(graph);
        this.core = CoreNumbers.of(graph);
        this.rank = PageRank.of(graph, DAMPING, PAGE_RANK_TOLERANCE);
        this.betweenness = graph.firms() <= EXACT_UP_TO
                ? Betweenness.exact(graph)
                : Betweenness.sampled(graph, sources(graph.firms() + graph.edges()), SEED);
        this.leverage =
                FirmFigures.knownLosses(network, JointGuarantees.WORST_CASE, 0).leverage();
    }

    /** {@return the components of a network, worked out by the first who asks} */
    static ComponentAnalysis of(NetworkContent network) {
        return network.derived(ComponentAnalysis.class, () -> new ComponentAnalysis(network));
    }

    /** {@return from how many firms the shortest paths are looked for: fewer in a network that is very large} */
    static int sources(int size) {
        return Math.max(FEWEST_SOURCES, Math.min(MOST_SOURCES, SAMPLED / size));
    }

    int count() {
        return chains.count();
    }

    /** {@return whom each firm stands in for, or owes, a joint guarantee by its shares} */
    FirmGraph graph() {
        return graph;
    }

    /** {@return who stands in for each firm, or is owed} */
    FirmGraph transposed() {
        return transposed;
    }

    Components chains() {
        return chains;
    }

    Components circles() {
        return circles;
    }

    int coreNumber(int firm) {
        return core[firm];
    }

    double pageRank(int firm) {
        return rank[firm];
    }

    Betweenness betweenness() {
        return betweenness;
    }

    ComponentView component(int number) {
        int[] members = chains.members(number);
        int edges = 0;
        int answered = 0;
        double amount = 0;
        for (int firm : members) {
            edges += graph.degree(firm);
            amount += graph.total(firm);
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                answered += graph.edge(graph.head(edge), firm) >= 0 ? 1 : 0;
            }
        }
        return new ComponentView(
                number,
                members.length,
                names(members),
                edges,
                BigDecimal.valueOf(amount),
                BigDecimal.valueOf(edges == 0 ? 0 : (double) answered / edges),
                Arrays.stream(members).map(firm -> core[firm]).max().orElse(0),
                coreFirm(number),
                central(members, firm -> rank[firm], firm -> 0),
                central(members, betweenness::of, betweenness::standardError),
                circles(members),
                network.synthetic());
    }

    private CoreFirmView coreFirm(int number) {
        CoreFirm firm = CoreFirm.of(chains, number, graph, transposed);
        return new CoreFirmView(
                name(firm.firm()),
                BigDecimal.valueOf(firm.exposure()),
                BigDecimal.valueOf(firm.given()),
                BigDecimal.valueOf(firm.received()),
                firm.runnerUp() < 0 ? null : name(firm.runnerUp()),
                BigDecimal.valueOf(firm.runnerUpExposure()),
                "largest given + received");
    }

    private CentralFirmView central(int[] members, IntToDoubleFunction value, IntToDoubleFunction error) {
        int best = members[0];
        for (int firm : members) {
            if (value.applyAsDouble(firm) > value.applyAsDouble(best)) {
                best = firm;
            }
        }
        return new CentralFirmView(
                name(best),
                BigDecimal.valueOf(value.applyAsDouble(best)),
                BigDecimal.valueOf(error.applyAsDouble(best)));
    }

    private List<CircleView> circles(int[] members) {
        return Arrays.stream(members)
                .map(circles::of)
                .distinct()
                .filter(number -> circles.size(number) > 1)
                .boxed()
                .sorted(Comparator.comparingInt((Integer number) -> -circles.size(number))
                        .thenComparingInt(number -> circles.member(number, 0)))
                .limit(MOST_CIRCLES)
                .map(this::circle)
                .toList();
    }

    private CircleView circle(int number) {
        int[] members = circles.members(number);
        if (!Arrays.stream(members).allMatch(firm -> FirmFigures.hasEquity(network, firm))) {
            return new CircleView(names(members), members.length, null, null);
        }
        SpectralRadius radius = radii.computeIfAbsent(number, any -> SpectralRadius.of(leverage, circles, number));
        return new CircleView(
                names(members), members.length, BigDecimal.valueOf(radius.lower()), BigDecimal.valueOf(radius.upper()));
    }

    private List<String> names(int[] firms) {
        return IntStream.of(firms).limit(MOST_FIRMS).mapToObj(this::name).toList();
    }

    private String name(int firm) {
        Firm own = network.firms().get(firm);
        return own.id();
    }
}
