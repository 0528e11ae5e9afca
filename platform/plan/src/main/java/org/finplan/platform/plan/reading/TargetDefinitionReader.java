package org.finplan.platform.plan.reading;

import java.time.LocalDate;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Accumulation;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetDefinition;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.table.JsonTable;

/** Reads the target of a row of the table of indicators. */
final class TargetDefinitionReader {

    private final JsonTable target;
    private final TargetComparator comparator;

    private TargetDefinitionReader(JsonTable target) {
        this.target = target;
        this.comparator = target.has("comparator")
                ? target.constant("comparator", TargetComparator.class)
                : TargetComparator.ASSESSED;
    }

    static TargetDefinition definition(JsonTable indicator) {
        return new TargetDefinitionReader(indicator.child("target")).read();
    }

    private TargetDefinition read() {
        return new TargetDefinition(
                target.integer("year"),
                target.text("printed"),
                comparator,
                target.decimalOrNull("value"),
                target.decimalOrNull("upper"),
                target.has("relative") ? benchmark(target.child("relative")) : null,
                target.period("period"),
                kind(),
                target.rows("years", this::ofYear),
                target.rows("profile", row -> new TargetDefinition.ByYear(row.integer("year"), row.decimal("value"))));
    }

    private TargetKind kind() {
        String code = target.has("kind") ? target.text("kind") : "";
        return switch (code) {
            case "yearly" -> new TargetKind.YearByYear();
            case "cumulative" ->
                new TargetKind.Cumulative(
                        target.has("accumulate")
                                ? target.constant("accumulate", Accumulation.class)
                                : Accumulation.SUM);
            case "qualitative" -> new TargetKind.Qualitative(target.text("assessor"));
            default -> TargetKind.of(comparator);
        };
    }

    private static Benchmark benchmark(JsonTable row) {
        return new Benchmark(row.text("benchmark"), row.text("region"), row.localized("zh", "en"));
    }

    /** A year takes the form of the target's own period: a year, or its last day. */
    private TargetDefinition.OfYear ofYear(JsonTable row) {
        Period form = target.period("period");
        Period whole = Period.ofYear(row.integer("year"));
        LocalDate end = whole.end();
        return new TargetDefinition.OfYear(
                row.has("printed") ? row.text("printed") : row.decimal("value").toPlainString(),
                row.has("comparator") ? row.constant("comparator", TargetComparator.class) : comparator,
                row.decimal("value"),
                row.decimalOrNull("upper"),
                form.start().equals(form.end()) ? Period.ofDay(end) : whole);
    }
}
