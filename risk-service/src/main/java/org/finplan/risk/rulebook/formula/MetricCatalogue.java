package org.finplan.risk.rulebook.formula;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.finplan.platform.events.LocalizedText;

/** The metrics that formulas may name. Derived ones are put in the place of their formulas, so that all is exact. */
public final class MetricCatalogue {

    private static final String TIMES = "TIMES";

    private static final Map<String, BigDecimal> OF_A_QUOTIENT =
            Map.of("PCT", BigDecimal.valueOf(100), "PER_MILLE", BigDecimal.valueOf(1000));

    /**
     * A metric.
     *
     * @param code its code
     * @param name its name
     * @param unit unit code
     * @param derived formula over other metrics, or null for one that is reported
     */
    public record Metric(String code, LocalizedText name, String unit, String derived) {}

    private final Map<String, Metric> metrics = new HashMap<>();
    private final Map<String, Formula> derived = new HashMap<>();
    private final Map<String, Set<String>> byKind;

    /**
     * A catalogue.
     *
     * @param metrics all metrics
     * @param byKind codes of the metrics of each kind of institution
     * @throws FormulaFault for a derived metric whose formula cannot be read, is over unknown metrics, or leads back to itself
     */
    public MetricCatalogue(List<Metric> metrics, Map<String, Set<String>> byKind) {
        metrics.forEach(metric -> this.metrics.put(metric.code(), metric));
        this.byKind = byKind;
        metrics.stream()
                .filter(metric -> metric.derived() != null)
                .forEach(metric -> derive(metric.code(), new LinkedHashSet<>()));
    }

    /** {@return the kinds of institutions that report} */
    public Set<String> kinds() {
        return new TreeSet<>(byKind.keySet());
    }

    /**
     * The unit of a quotient: a percentage is a hundred times it.
     *
     * @param unit unit code
     * @return by what a quotient is multiplied to be in the unit
     */
    public static BigDecimal scale(String unit) {
        return OF_A_QUOTIENT.getOrDefault(unit, BigDecimal.ONE);
    }

    /**
     * Reads a formula for institutions of some kinds.
     *
     * @param text the formula
     * @param kinds kinds of institutions, all of which must report what it needs
     * @return the formula over reported metrics
     * @throws FormulaFault with the place, when it cannot be read or names an unknown metric
     */
    public Formula read(String text, List<String> kinds) {
        Set<String> common = new TreeSet<>(metrics.keySet());
        kinds.forEach(kind -> common.retainAll(byKind.getOrDefault(kind, Set.of())));
        return expand(parse(text, common), new LinkedHashSet<>());
    }

    /**
     * The unit of what a formula gives. A derived metric has a unit of its own, whatever those are that it follows from.
     *
     * @param text a formula that can be read
     * @return unit code; empty of a number, and of products and quotients that have none of the known units
     * @throws FormulaFault when what is added up has different units
     */
    public Optional<String> unit(String text) {
        return unit(parse(text, metrics.keySet()));
    }

    private Optional<String> unit(Formula formula) {
        if (formula instanceof Formula.Reported reported) {
            return Optional.of(metrics.get(reported.code()).unit());
        }
        if (!(formula instanceof Formula.Binary binary)) {
            return Optional.empty();
        }
        Optional<String> left = unit(binary.left());
        Optional<String> right = unit(binary.right());
        return switch (binary.operation()) {
            case PLUS, MINUS -> ofSum(left, right);
            case TIMES -> left.isPresent() && right.isPresent() ? Optional.empty() : left.or(() -> right);
            case DIVIDED_BY ->
                right.isEmpty() ? left : left.filter(right.get()::equals).map(same -> TIMES);
        };
    }

    private static Optional<String> ofSum(Optional<String> left, Optional<String> right) {
        if (left.isPresent() && right.isPresent() && !left.equals(right)) {
            String both = left.get() + " / " + right.get();
            throw new FormulaFault(
                    1, new LocalizedText("单位不同，不能相加减：" + both, "units that do not add up: " + both), List.of());
        }
        return left.or(() -> right);
    }

    /** {@return the unit codes of all metrics} */
    public List<String> units() {
        return metrics.values().stream().map(Metric::unit).distinct().sorted().toList();
    }

    /**
     * A formula as people read it.
     *
     * @param text a formula that can be read
     * @return the same with the names of metrics for their codes
     */
    public LocalizedText label(String text) {
        return new LocalizedText(named(text, metric -> metric.name().zh()), named(text, metric -> metric.name()
                .en()));
    }

    private String named(String text, Function<Metric, String> name) {
        return FormulaParser.CODE
                .matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(
                        metrics.containsKey(code.group()) ? name.apply(metrics.get(code.group())) : code.group()));
    }

    private Formula derive(String code, Set<String> path) {
        Formula known = derived.get(code);
        if (known != null) {
            return known;
        }
        Metric metric = metrics.get(code);
        if (!path.add(code)) {
            String way = String.join(" → ", path) + " → " + code;
            throw new FormulaFault(
                    1, new LocalizedText("公式循环引用：" + way, "the formula leads back to itself: " + way), List.of());
        }
        Formula read = expand(parse(metric.derived(), metrics.keySet()), path);
        path.remove(code);
        boolean quotient = read instanceof Formula.Binary binary
                && binary.operation() == Formula.Operation.DIVIDED_BY
                && OF_A_QUOTIENT.containsKey(metric.unit());
        Formula scaled = quotient
                ? new Formula.Binary(Formula.Operation.TIMES, new Formula.Constant(scale(metric.unit())), read)
                : read;
        derived.put(code, scaled);
        return scaled;
    }

    private Formula expand(Formula formula, Set<String> path) {
        if (formula instanceof Formula.Reported reported) {
            return metrics.get(reported.code()).derived() == null ? formula : derive(reported.code(), path);
        }
        return formula instanceof Formula.Binary binary
                ? new Formula.Binary(binary.operation(), expand(binary.left(), path), expand(binary.right(), path))
                : formula;
    }

    private Formula parse(String text, Set<String> codes) {
        return new FormulaParser(
                        text,
                        code -> Optional.of(code)
                                .filter(codes::contains)
                                .map(known -> new Formula.Reported(
                                        known, metrics.get(known).name())),
                        List.copyOf(new TreeSet<>(codes)))
                .read();
    }
}
