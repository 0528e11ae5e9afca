package org.finplan.platform.plan.reading;

import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.table.JsonTable;

/** Reads the formulas of a package. */
final class DerivedReader {

    private DerivedReader() {}

    static DerivedDefinition definition(JsonTable row) {
        return new DerivedDefinition(
                row.text("code"),
                row.text("sdmx"),
                row.localized("name"),
                row.text("unit"),
                row.flag("point_in_time"),
                row.text("formula"),
                row.rows("inputs", DerivedReader::input),
                row.texts("kinds"),
                row.texts("regions"),
                row.has("period") ? row.period("period") : null,
                row.integer("decimals"),
                row.decimalOrNull("tolerance"),
                row.flag("active"),
                new DerivedDefinition.Check(
                        row.decimalOrNull("printed"),
                        row.decimalOrNull("printed_tolerance"),
                        row.decimalOrNull("computed"),
                        row.text("status")),
                row.texts("clauses"),
                row.localized("note"));
    }

    private static DerivedDefinition.Input input(JsonTable row) {
        return new DerivedDefinition.Input(
                row.text("alias"),
                row.text("series"),
                row.textOrNull("kind"),
                row.textOrNull("region"),
                row.has("years") ? row.integer("years") : 0,
                row.flag("implied"),
                row.period("period"),
                row.decimalOrNull("value"));
    }
}
