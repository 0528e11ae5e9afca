package org.finplan.risk.network.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.sheet.Sheet;
import org.finplan.risk.network.query.ChainsView.PathView;

/** The columns of what is asked of a network. */
final class NetworkQuerySheets {

    private static final String ARROW = " → ";

    private static final Map<String, LocalizedText> ENDS = Map.of(
            "leaf", new LocalizedText("末端", "leaf"),
            "loop", new LocalizedText("成环", "loop"),
            "depth", new LocalizedText("达到深度", "depth"));

    /** A row for each component. */
    static final Sheet<ComponentView> COMPONENTS = Sheet.of(ComponentView.class)
            .column("编号", "number", ComponentView::number)
            .column("企业数", "firms", ComponentView::size)
            .column("边数", "edges", ComponentView::edges)
            .column("金额", "amount", ComponentView::amount)
            .column("互惠率", "reciprocity", ComponentView::reciprocity)
            .column("核数", "core number", ComponentView::coreNumber)
            .column("核心企业", "core firm", row -> row.coreFirm().firm())
            .column("核心企业敞口", "exposure of core firm", row -> row.coreFirm().exposure())
            .column("其中对外", "given", row -> row.coreFirm().given())
            .column("其中接受", "received", row -> row.coreFirm().received())
            .column("次位企业", "runner-up", row -> row.coreFirm().runnerUp())
            .column("次位企业敞口", "exposure of runner-up", row -> row.coreFirm().runnerUpExposure())
            .column("PageRank 最高企业", "firm of highest PageRank", row -> row.pageRankFirm()
                    .firm())
            .column("PageRank", "PageRank", row -> row.pageRankFirm().value())
            .column("介数最高企业", "firm of highest betweenness", row -> row.betweennessFirm()
                    .firm())
            .column("介数", "betweenness", row -> row.betweennessFirm().value())
            .column("介数标准误", "standard error of betweenness", row -> row.betweennessFirm()
                    .standardError())
            .column("互保圈数", "circles", row -> row.circles().size())
            .column("最大互保圈企业数", "firms of largest circle", row -> row.circles().stream()
                    .findFirst()
                    .map(ComponentView.CircleView::size)
                    .orElse(null))
            .column("最大谱半径", "largest spectral radius", NetworkQuerySheets::radius);

    /** A row for each step of each path. */
    static final Sheet<Step> STEPS = Sheet.of(Step.class)
            .column("路径", "path", Step::path)
            .column("步", "step", Step::step)
            .column("从", "from", Step::from)
            .column("到", "to", Step::to)
            .column("金额", "amount", Step::amount)
            .column("止于", "until", Step::until)
            .column("路径最小金额", "smallest amount of path", Step::bottleneck)
            .column("路径结束", "end of path", Step::end)
            .column("列表截断", "list truncated", Step::truncated);

    /** A row for each firm that is reached. */
    static final Sheet<ExposureView> EXPOSURES = Sheet.of(ExposureView.class)
            .column("企业", "firm", ExposureView::firm)
            .column("步数", "steps", ExposureView::steps)
            .column("金额", "amount", ExposureView::amount)
            .column("最坏情形", "worst case", ExposureView::worstCase)
            .column("路径", "path", row -> String.join(ARROW, row.path()))
            .column(
                    "路径金额",
                    "amounts of path",
                    row -> String.join(
                            ARROW,
                            row.amounts().stream()
                                    .map(BigDecimal::toPlainString)
                                    .toList()));

    /** A row for each failure. */
    static final Sheet<FailureView> FAILURES = Sheet.of(FailureView.class)
            .column("名次", "rank", FailureView::rank)
            .column("企业", "firm", FailureView::firm)
            .column("影响", "impact", FailureView::impact)
            .column("违约企业数", "failures", FailureView::failures)
            .column("求解", "solver", FailureView::solver);

    private NetworkQuerySheets() {}

    private static BigDecimal radius(ComponentView component) {
        return component.circles().stream()
                .filter(circle -> circle.radiusUpper() != null)
                .map(ComponentView.CircleView::radiusUpper)
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    /** A step of a path, with what its path is. */
    record Step(
            int path,
            int step,
            String from,
            String to,
            BigDecimal amount,
            LocalDate until,
            BigDecimal bottleneck,
            LocalizedText end,
            boolean truncated) {}

    static Stream<Step> steps(ChainsView chains) {
        return IntStream.range(0, chains.paths().size()).boxed().flatMap(path -> steps(chains, path));
    }

    private static Stream<Step> steps(ChainsView chains, int number) {
        PathView path = chains.paths().get(number);
        return IntStream.range(0, path.steps().size())
                .mapToObj(step -> new Step(
                        number + 1,
                        step + 1,
                        path.firms().get(step),
                        path.firms().get(step + 1),
                        path.steps().get(step).amount(),
                        path.steps().get(step).until(),
                        path.bottleneck(),
                        ENDS.get(path.end()),
                        chains.truncated()));
    }
}
