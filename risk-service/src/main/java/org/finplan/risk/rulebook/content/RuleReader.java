package org.finplan.risk.rulebook.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.finplan.risk.rule.ChainThresholds;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.WarningPolicy;
import org.finplan.risk.rulebook.definition.Authority;
import org.finplan.risk.rulebook.definition.Comparator;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.definition.SourceStatus;
import org.finplan.risk.rulebook.formula.MetricCatalogue;
import org.finplan.risk.rulebook.judgement.Weights;

/** Makes rules of what is written down, or says all that is wrong with it. */
public final class RuleReader {

    private static final String SUPERVISION = "ch4.s9.2";
    private static final List<String> OF_REGIONS = List.of(Signal.Type.PLAN.code(), Signal.Type.NETWORK.code());
    private static final String REGION = "region";
    private static final int HUNDRED = 100;

    private final Faults faults = new Faults();
    private final RuleRequest content;
    private final MetricCatalogue metrics;
    private final PartReader parts;

    private RuleReader(RuleRequest content, MetricCatalogue metrics) {
        this.content = content;
        this.metrics = metrics;
        this.parts = new PartReader(
                faults,
                metrics,
                content.kinds().stream().filter(metrics.kinds()::contains).toList());
    }

    /**
     * Reads a rule.
     *
     * @param content what is written down
     * @param version the version that it is
     * @param metrics the metrics that it may name
     * @return the rule
     * @throws org.finplan.platform.problem.ProblemException 422 with every place that is wrong and what would be accepted
     */
    public static RuleDefinition read(RuleRequest content, int version, MetricCatalogue metrics) {
        return new RuleReader(content, metrics).read(version);
    }

    private RuleDefinition read(int version) {
        checkKinds();
        SourceStatus status = faults.code(
                "/sourceStatus",
                content.sourceStatus(),
                SourceStatus::find,
                Stream.of(SourceStatus.values()).map(SourceStatus::code));
        Authority authority = faults.code(
                "/authority",
                content.authority(),
                Authority::find,
                Stream.of(Authority.values()).map(Authority::code));
        Signal.Type type = faults.code(
                "/signal",
                content.signal(),
                Signal.Type::find,
                Stream.of(Signal.Type.values()).map(Signal.Type::code));
        Signal signal = type == null ? null : signal(type);
        WarningPolicy warning = warning();
        faults.check();
        return new RuleDefinition(
                content.code(),
                version,
                List.copyOf(content.kinds()),
                content.name().text(),
                content.regulation(),
                content.article(),
                status,
                authority,
                content.clause() == null ? SUPERVISION : content.clause(),
                signal,
                warning);
    }

    private void checkKinds() {
        Set<String> known = metrics.kinds();
        for (int i = 0; i < content.kinds().size(); i++) {
            String kind = content.kinds().get(i);
            boolean region = kind.equals(REGION) && OF_REGIONS.contains(content.signal());
            if (!region && !known.contains(kind)) {
                faults.add(
                        RuleError.INVALID, "/kinds/" + i, kind, "没有该类机构", "there is no such kind", List.copyOf(known));
            }
        }
    }

    /** Periods in a row that are waited for, at once when not given, and the share of the limit below which a figure is clear. */
    private WarningPolicy warning() {
        int pending = whole("pending", 1, 1);
        int hold = whole("hold", 1, 1);
        BigDecimal clearBelow =
                content.parameters() == null ? null : content.parameters().get("clearBelow");
        if (clearBelow != null && (clearBelow.signum() <= 0 || clearBelow.compareTo(BigDecimal.ONE) > 0)) {
            refused("clearBelow", clearBelow, "须大于0且不大于1", "this is above 0 and at most 1", "0..1");
            clearBelow = null;
        }
        return new WarningPolicy(pending, hold, clearBelow);
    }

    private Signal signal(Signal.Type type) {
        return switch (type) {
            case LIMIT -> limit();
            case TREND -> {
                Comparator comparator = parts.comparator("/comparator", content.comparator());
                yield new Signal.OfTrend(
                        measure(), comparator != null && comparator.isUpper(), whole("steps", 1, 3), level());
            }
            case PEER_OUTLIER ->
                new Signal.OfPeers(
                        measure(), positive("threshold", new BigDecimal("3.5")), whole("peers", 3, 5), level());
            case EWMA -> ewma();
            case CUSUM ->
                new Signal.OfCusum(
                        measure(), number("mean", null), least("slack", null), positive("bound", null), level());
            case LATE_REPORT -> new Signal.OfLateReport(steps());
            case IDENTITY -> new Signal.OfIdentity(measure(), right(), least("tolerance", BigDecimal.ZERO), level());
            case COMPOSITE -> composite();
            case PLAN -> new Signal.OfPlan(type, List.copyOf(steps().values()), ChainThresholds.USUAL);
            case NETWORK -> {
                ChainParameters chain = new ChainParameters(content.code(), faults);
                yield new Signal.OfPlan(type, chain.levels(steps()), chain.thresholds(content.parameters()));
            }
        };
    }

    private Signal limit() {
        Measure measure = measure();
        return new Signal.OfLimit(
                measure,
                parts.comparator("/comparator", content.comparator()),
                parts.limits("/limits", content.limits()),
                parts.bands(content.bands()),
                parts.conditions("/when", content.when()),
                parts.conditions("/unless", content.unless()),
                parts.steps(content.steps()),
                parts.classes(content.loanClasses(), content.unit()));
    }

    private Signal ewma() {
        BigDecimal weight = number("weight", new BigDecimal("0.3"));
        if (weight != null && (weight.signum() <= 0 || weight.compareTo(BigDecimal.ONE) > 0)) {
            refused("weight", weight, "权重须大于0且不大于1", "a weight is above 0 and at most 1", "0..1");
        }
        return new Signal.OfEwma(
                measure(),
                number("mean", null),
                positive("deviation", null),
                weight,
                positive("width", BigDecimal.valueOf(3)),
                level());
    }

    /** The other side of an identity, an amount in the unit of the one. */
    private Measure right() {
        Measure left = measure();
        Measure right = parts.right(content.right());
        if (left != null && right != null && !Objects.equals(left.unit(), right.unit())) {
            faults.add(
                    RuleError.INVALID,
                    "/right",
                    content.right(),
                    "两侧单位须相同",
                    "both sides have one unit",
                    Stream.ofNullable(left.unit()).toList());
        }
        return right;
    }

    private Signal composite() {
        Map<String, BigDecimal> weights = content.weights() == null ? Map.of() : new TreeMap<>(content.weights());
        BigDecimal least = least("least", new BigDecimal("0.05"));
        BigDecimal most = positive("most", new BigDecimal("0.35"));
        BigDecimal count = BigDecimal.valueOf(weights.size());
        weights.forEach((rule, weight) -> {
            if (weight == null || weight.signum() < 0) {
                faults.add(
                        RuleError.INVALID,
                        "/weights/" + rule,
                        weight,
                        "权重须为非负数",
                        "a weight is a number of 0 or more",
                        List.of("0.."));
            }
        });
        if (count.multiply(most).compareTo(BigDecimal.ONE) < 0
                || count.multiply(least).compareTo(BigDecimal.ONE) > 0) {
            faults.add(
                    RuleError.INVALID,
                    "/weights",
                    weights.size(),
                    "权重个数与上下限不相容",
                    "so many weights do not fit between the bounds",
                    List.of(least + ".." + most));
            return null;
        }
        if (weights.values().stream().anyMatch(weight -> weight == null || weight.signum() < 0)) {
            return null;
        }
        List<BigDecimal> capped = Weights.capped(new ArrayList<>(weights.values()), least, most);
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        int i = 0;
        for (String rule : weights.keySet()) {
            shares.put(rule, capped.get(i++));
        }
        return new Signal.OfComposite(shares, positive("bound", BigDecimal.valueOf(HUNDRED / 2)), level());
    }

    private Measure measure() {
        return parts.measure("", content.numerator(), content.denominator(), content.unit());
    }

    private Level level() {
        return parts.level("/level", content.level());
    }

    private SortedMap<Integer, Level> steps() {
        if (content.steps() == null || content.steps().isEmpty()) {
            faults.required("/steps", null);
        }
        return parts.steps(content.steps());
    }

    private BigDecimal number(String name, BigDecimal otherwise) {
        BigDecimal given =
                content.parameters() == null ? null : content.parameters().get(name);
        return given == null && otherwise == null
                ? faults.required("/parameters/" + name, null)
                : given == null ? otherwise : given;
    }

    private BigDecimal positive(String name, BigDecimal otherwise) {
        BigDecimal value = number(name, otherwise);
        return value == null || value.signum() > 0 ? value : refused(name, value, "须大于0", "this is above 0", "0..");
    }

    private BigDecimal least(String name, BigDecimal otherwise) {
        BigDecimal value = number(name, otherwise);
        return value == null || value.signum() >= 0
                ? value
                : refused(name, value, "不得为负", "this is not negative", "0..");
    }

    private BigDecimal refused(String name, BigDecimal value, String zh, String en, String accepted) {
        faults.add(RuleError.INVALID, "/parameters/" + name, value, zh, en, List.of(accepted));
        return BigDecimal.ONE;
    }

    private int whole(String name, int least, int otherwise) {
        BigDecimal value = number(name, BigDecimal.valueOf(otherwise));
        if (value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.stripTrailingZeros().scale() > 0) {
            refused(name, value, "须为整数", "this is a whole number", least + "..");
            return least;
        }
        return value.min(BigDecimal.valueOf(HUNDRED)).intValue();
    }
}
