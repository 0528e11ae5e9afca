package org.finplan.indicators.derived;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.finplan.indicators.expression.Dependencies;
import org.finplan.indicators.expression.Expression;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.FormulaError;
import org.finplan.indicators.expression.FormulaException;
import org.finplan.indicators.expression.Parser;
import org.finplan.indicators.expression.StructureCheck;
import org.finplan.indicators.expression.UnitCheck;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.plan.fault.EditDistance;

/** Finds the series of a formula in the register of plans and checks units, states and flows. Plain Java. */
public final class FormulaCompiler {

    private static final int MOST_INPUTS = 50;

    private final PlanRegister register;
    private final SeriesRules rules;
    private final Supplier<FormulaRegions> territory;

    /**
     * Makes a compiler.
     *
     * @param register the series, units and regions that there are
     * @param rules the usual kinds of figures of series
     */
    public FormulaCompiler(PlanRegister register, SeriesRules rules) {
        this.register = register;
        this.rules = rules;
        this.territory = register.derived(() -> new FormulaRegions(register));
    }

    /**
     * Compiles a formula.
     *
     * @param definition its definition; the series of its inputs and its own are known
     * @return the series, ready to compute
     * @throws FormulaException when the formula cannot be taken
     */
    public ComputedSeries compile(Definition definition) {
        Expression expression = Parser.parse(definition.formula());
        SeriesDefinition series = register.series().find(definition.code()).orElseThrow();
        Map<String, ComputedSeries.Input> inputs = new LinkedHashMap<>();
        for (Reference reference : Dependencies.references(expression)) {
            inputs.computeIfAbsent(reference.alias(), alias -> input(definition, reference));
        }
        if (inputs.size() > MOST_INPUTS) {
            throw new FormulaException(
                    FormulaError.TOO_LARGE,
                    1,
                    new LocalizedText(
                            "公式最多引用 " + MOST_INPUTS + " 个序列。",
                            "A formula refers to at most " + MOST_INPUTS + " series."),
                    List.of("1.." + MOST_INPUTS));
        }
        Map<ObservationKind, String> units = new EnumMap<>(ObservationKind.class);
        for (ObservationKind kind : definition.kinds()) {
            units.put(kind, unit(series, kind).code());
            boolean targets = kind == ObservationKind.TARGET;
            UnitCheck.check(
                    expression,
                    reference -> unit(
                            inputs.get(reference.alias()).series(),
                            targets ? kind : inputs.get(reference.alias()).kind()),
                    unit(series, kind));
            StructureCheck.check(
                    expression,
                    reference -> inputs.get(reference.alias()).isState(),
                    SeriesRules.isState(series, kind));
        }
        return new ComputedSeries(definition, series, expression, inputs, units, territory.get());
    }

    private ComputedSeries.Input input(Definition definition, Reference reference) {
        Definition.Input defined = definition.inputs().stream()
                .filter(input -> input.alias().equals(reference.alias()))
                .findFirst()
                .orElseGet(() -> new Definition.Input(
                        reference.alias(), named(definition, reference).code(), null, null, 0, false));
        SeriesDefinition series = register.series().find(defined.series()).orElseThrow();
        ObservationKind kind = defined.kind() == null ? rules.usualKind(series.code()) : defined.kind();
        return new ComputedSeries.Input(
                defined, series, kind, unit(series, kind).code());
    }

    private SeriesDefinition named(Definition definition, Reference reference) {
        String name = reference.alias();
        return find(name)
                .orElseThrow(() -> new FormulaException(
                        FormulaError.UNKNOWN_SERIES,
                        reference.column(),
                        new LocalizedText("没有序列 " + name + "。", "There is no series " + name + "."),
                        neighbours(name, definition)));
    }

    private Optional<SeriesDefinition> find(String name) {
        return register.series().all().stream()
                .filter(series -> series.sdmx().equals(name) || series.code().equals(name))
                .findFirst();
    }

    private List<String> neighbours(String name, Definition definition) {
        return EditDistance.nearest(
                name,
                Stream.concat(
                        definition.inputs().stream().map(Definition.Input::alias),
                        register.series().all().stream().map(SeriesDefinition::sdmx)));
    }

    /** The unit that figures of a series and kind are kept in. */
    private Unit unit(SeriesDefinition series, ObservationKind kind) {
        Unit own = register.series().unit(series.unit()).orElseThrow();
        String code =
                switch (kind) {
                    case LEVEL, CUMULATIVE, TARGET -> own.code();
                    case CHANGE -> own.kind().equals("ratio") ? "PP" : own.code();
                    case SHARE, GROWTH, GROWTH_COMPARABLE_PRICES -> "PCT";
                    case AVERAGE_GROWTH -> "PCT_PER_YEAR";
                    case RANK -> "RANK";
                    case GROWTH_CONTRIBUTION -> "PP";
                };
        return register.series().unit(code).orElse(own);
    }
}
