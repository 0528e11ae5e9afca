package org.finplan.risk.network.query;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.query.ChainsView.PathView;
import org.finplan.risk.network.query.ChainsView.StepView;
import org.finplan.risk.network.run.FirmFigures;
import org.finplan.risk.network.scenario.SingleFailures;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.Networks;
import org.finplan.risk.network.structure.FirmPath;
import org.finplan.risk.network.structure.GuaranteeChains;
import org.finplan.risk.network.structure.ReachedFirm;

/** Answers what is asked of a network. No transaction waits while it is worked out: reading the network has one of its own. */
@ApplicationScoped
class NetworkQueryService {

    static final List<String> DIRECTIONS = List.of("given", "received");

    private static final int MOST_PATHS = 1000;
    private static final int DEEPEST = 20;
    private static final int MOST_RANKED_FIRMS = 5000;
    private static final int MOST_RANKED_EDGES = 10_000;
    private static final double TOLERANCE = 1e-9;
    private static final int THREADS = 1;

    private final Networks networks;

    NetworkQueryService(Networks networks) {
        this.networks = networks;
    }

    Page<ComponentView> components(UUID id, PageParameters paging) {
        ComponentAnalysis analysis = ComponentAnalysis.of(networks.get(id).content());
        return page(analysis.count(), analysis::component, paging);
    }

    Page<FirmMeasureView> firms(UUID id, FirmsParameters parameters, PageParameters paging) {
        Integer component = parameters.component;
        FirmOrder order = FirmOrder.find(parameters.sort)
                .orElseThrow(() -> ProblemException.invalidParameter("sort", parameters.sort, FirmOrder.CODES));
        FirmMeasures measures = FirmMeasures.of(networks.get(id).content());
        if (component != null && (component < 0 || component >= measures.components())) {
            throw ProblemException.invalidParameter(
                    "component", component.toString(), List.of("0.." + (measures.components() - 1)));
        }
        int[] firms = measures.firms(order, component);
        return page(firms.length, place -> measures.measures(firms[place]), paging);
    }

    ChainsView chains(UUID id, ChainParameters parameters) {
        String firm = parameters.firm;
        int depth = parameters.depth;
        String direction = parameters.direction;
        NetworkContent network = networks.get(id).content();
        int start = number(network, firm);
        requireDepth(depth);
        FirmGraph graph = network.graph(JointGuarantees.WORST_CASE);
        boolean given = direction.equals(DIRECTIONS.get(0));
        if (!given && !direction.equals(DIRECTIONS.get(1))) {
            throw ProblemException.invalidParameter("direction", direction, DIRECTIONS);
        }
        GuaranteeChains chains = GuaranteeChains.of(
                given ? graph : network.transposed(JointGuarantees.WORST_CASE), start, depth, MOST_PATHS);
        EdgeEnds ends = new EdgeEnds(network);
        List<PathView> paths = chains.paths().stream()
                .map(path -> new PathView(
                        names(network, path),
                        steps(path, ends.of(path, given)),
                        BigDecimal.valueOf(path.bottleneck()),
                        path.end().name().toLowerCase(Locale.ROOT)))
                .toList();
        return new ChainsView(firm, depth, direction, paths, chains.truncated(), network.synthetic());
    }

    private static List<StepView> steps(FirmPath path, List<LocalDate> ends) {
        List<BigDecimal> amounts = amounts(path);
        return IntStream.range(0, amounts.size())
                .mapToObj(step -> new StepView(amounts.get(step), ends.get(step)))
                .toList();
    }

    Page<ExposureView> exposures(UUID id, ReachParameters parameters, PageParameters paging) {
        NetworkContent network = networks.get(id).content();
        int failed = number(network, parameters.firm);
        requireDepth(parameters.depth);
        List<ReachedFirm> reached = ReachedFirm.of(network.hits(JointGuarantees.WORST_CASE), failed, parameters.depth);
        return page(reached.size(), place -> exposure(network, reached.get(place)), paging);
    }

    private static ExposureView exposure(NetworkContent network, ReachedFirm reached) {
        return new ExposureView(
                network.firms().get(reached.firm()).id(),
                reached.steps(),
                BigDecimal.valueOf(reached.amount()),
                BigDecimal.valueOf(reached.worstCase()),
                names(network, reached.path()),
                amounts(reached.path()));
    }

    Page<FailureView> failures(UUID id, PageParameters paging) {
        NetworkContent network = networks.get(id).content();
        requireRankable(id, "/nodes", network.firms().size(), MOST_RANKED_FIRMS);
        requireRankable(id, "/edges", network.edges().size(), MOST_RANKED_EDGES);
        SingleFailures failures =
                SingleFailures.of(FirmFigures.losses(network, JointGuarantees.WORST_CASE, 0), TOLERANCE, THREADS);
        int[] ranking = failures.ranking();
        return page(
                ranking.length,
                place -> {
                    int firm = ranking[place];
                    return new FailureView(
                            place + 1,
                            network.firms().get(firm).id(),
                            BigDecimal.valueOf(failures.impact(firm)),
                            failures.failures(firm),
                            failures.exact() ? "exact" : "iterated");
                },
                paging);
    }

    private static void requireRankable(UUID id, String pointer, int size, int most) {
        if (size > most) {
            String job = "POST /api/v1/networks/" + id + "/failure-rankings";
            LocalizedText text = new LocalizedText(
                    "网络过大，不能即时排序：" + size + " 超过 " + most + "。请改用后台作业 " + job + "。",
                    "Too large to be ranked at once: " + size + " beyond " + most + ". Order a job: " + job + ".");
            NetworkError error = NetworkError.TOO_LARGE_TO_RANK;
            List<String> accepted = List.of("0.." + most, job);
            throw new ProblemException(
                    error,
                    text,
                    List.of(new ProblemError(pointer, Integer.toString(size), error.code(), text, accepted)));
        }
    }

    /** Cuts a page by place: a network is never changed, so that places stay what they are. */
    private static <T> Page<T> page(int size, IntFunction<T> item, PageParameters paging) {
        int start = paging.after().map(NetworkQueryService::place).orElse(0);
        int end = Math.min(size, start + paging.limit());
        List<T> items =
                IntStream.range(Math.min(start, size), end).mapToObj(item).toList();
        String next = end < size ? paging.cursor(Integer.toString(end)) : null;
        return new Page<>(items, next, paging.countsExactly() ? (long) size : null);
    }

    private static int place(List<String> keys) {
        if (keys.size() != 1 || !keys.get(0).matches("[0-9]{1,9}")) {
            throw Cursor.invalid(String.join(" ", keys));
        }
        return Integer.parseInt(keys.get(0));
    }

    private static int number(NetworkContent network, @Nullable String firm) {
        return network.number(firm).orElseThrow(() -> ProblemException.invalidParameter("firm", firm, List.of()));
    }

    private static void requireDepth(int depth) {
        if (depth < 1 || depth > DEEPEST) {
            throw ProblemException.invalidParameter("depth", Integer.toString(depth), List.of("1.." + DEEPEST));
        }
    }

    private static List<String> names(NetworkContent network, FirmPath path) {
        return path.firms().stream().map(firm -> network.firms().get(firm).id()).toList();
    }

    private static List<BigDecimal> amounts(FirmPath path) {
        List<BigDecimal> amounts = new ArrayList<>();
        path.amounts().forEach(amount -> amounts.add(BigDecimal.valueOf(amount)));
        return amounts;
    }
}
