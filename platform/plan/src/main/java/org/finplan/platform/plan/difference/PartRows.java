package org.finplan.platform.plan.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.Fact;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.InformationSystem;
import org.finplan.platform.plan.Organisation;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PublishedFigure;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.TaskNode;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.plan.Verb;
import org.finplan.platform.plan.definition.PlanDefinitions;
import org.finplan.platform.plan.definition.StatisticalDefinition;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.workday.HolidayNotice;

/** The things of one kind that a package says, by their codes and in their order. */
final class PartRows {

    /**
     * A thing.
     *
     * @param name what it is called
     * @param fields what it says
     */
    record Row(LocalizedText name, Map<String, String> fields) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private PartRows() {}

    static Map<String, Row> of(PlanPart part, PlanPackage plan) {
        return switch (part) {
            // Two plans of different codes are compared as well, so the code is a field.
            case PLAN -> new PartRows().add(List.of(plan.plan()), row -> "", Plan::title, List.of());
            case UNIT -> new PartRows().add(plan.units(), Unit::code, Unit::name, List.of());
            case REGION ->
                new PartRows().add(plan.regions(), RegionDefinition::code, RegionDefinition::name, List.of());
            case CLAUSE -> new PartRows().add(plan.clauses(), Clause::id, Clause::title, List.of());
            case SERIES -> new PartRows().add(plan.series(), SeriesDefinition::code, SeriesDefinition::name, List.of());
            case INDICATOR ->
                new PartRows()
                        .add(
                                plan.indicators(),
                                IndicatorDefinition::code,
                                IndicatorDefinition::name,
                                List.of("target"));
            case TARGET -> targets(plan.indicators());
            case VERB -> new PartRows().add(plan.verbs(), Verb::code, Verb::name, List.of());
            case TASK -> new PartRows().add(plan.tasks(), TaskNode::id, TaskNode::title, List.of());
            case ORGANISATION ->
                new PartRows().add(plan.organisations(), Organisation::code, Organisation::name, List.of());
            case SYSTEM ->
                new PartRows().add(plan.systems(), InformationSystem::code, InformationSystem::name, List.of());
            case FACT -> new PartRows().add(plan.facts(), Fact::id, row -> nameless(row.id()), List.of());
            // The number of its row is only its place.
            case PUBLISHED_FIGURE ->
                new PartRows().add(plan.published(), PartRows::key, row -> nameless(key(row)), List.of("row"));
            case FORMULA ->
                new PartRows().add(plan.derived(), DerivedDefinition::code, DerivedDefinition::name, List.of());
            case HOLIDAY_NOTICE -> holidays(plan.holidays());
            case DEFINITION, DEFINITION_BREAK, FIGURE_DEFINITION, TARGET_DEFINITION ->
                definitions(part, plan.definitions());
            case REGISTER, REGISTER_ENTRY -> registers(part, plan.registers());
        };
    }

    private static Map<String, Row> holidays(List<HolidayNotice> notices) {
        return new PartRows()
                .add(notices, row -> Integer.toString(row.year()), row -> nameless(row.number()), List.of());
    }

    private static Map<String, Row> registers(PlanPart part, List<RegisterDefinition> registers) {
        PartRows rows = new PartRows();
        if (part == PlanPart.REGISTER) {
            return rows.add(registers, RegisterDefinition::code, RegisterDefinition::name, List.of("entries"));
        }
        registers.forEach(register -> register.entries()
                .forEach(entry -> rows.put(
                        register.code() + " " + entry.code(),
                        new Row(entry.name(), RecordFields.of(entry, List.of())))));
        return rows.rows;
    }

    private static Map<String, Row> definitions(PlanPart part, PlanDefinitions said) {
        PartRows rows = new PartRows();
        return switch (part) {
            case DEFINITION ->
                rows.add(said.definitions(), StatisticalDefinition::code, row -> nameless(row.code()), List.of());
            case DEFINITION_BREAK ->
                rows.add(
                        said.breaks(),
                        row -> row.from() + " " + row.to(),
                        row -> nameless(row.from() + " " + row.to()),
                        List.of());
            case FIGURE_DEFINITION -> rows.add(said.figures(), PartRows::key, row -> nameless(key(row)), List.of());
            default ->
                rows.add(said.targets(), PlanDefinitions.OfTarget::series, row -> nameless(row.series()), List.of());
        };
    }

    private static Map<String, Row> targets(List<IndicatorDefinition> indicators) {
        PartRows targets = new PartRows();
        for (IndicatorDefinition row : indicators) {
            if (row.target() != null) {
                targets.put(row.code(), new Row(row.name(), RecordFields.of(row.target(), List.of())));
            }
        }
        return targets.rows;
    }

    private static String key(PublishedFigure row) {
        return String.join(
                " ", row.series(), row.kind(), row.region(), row.period().text());
    }

    private static String key(PlanDefinitions.OfFigure row) {
        String region = row.region() == null ? "" : row.region() + " ";
        return row.series() + " " + region + row.period().text();
    }

    private static LocalizedText nameless(String code) {
        return new LocalizedText(code, code);
    }

    private <T extends Record> Map<String, Row> add(
            List<T> things, Function<T, String> code, Function<T, LocalizedText> name, List<String> without) {
        for (T thing : things) {
            put(code.apply(thing), new Row(name.apply(thing), RecordFields.of(thing, without)));
        }
        return rows;
    }

    private void put(String code, Row row) {
        String free = code;
        for (int number = 2; rows.containsKey(free); number++) {
            free = code + " #" + number;
        }
        rows.put(free, row);
    }
}
