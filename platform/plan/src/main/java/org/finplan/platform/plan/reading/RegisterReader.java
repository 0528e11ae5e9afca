package org.finplan.platform.plan.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.register.FieldType;
import org.finplan.platform.plan.register.NamedEntry;
import org.finplan.platform.plan.register.OpeningStock;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.plan.register.RegisterField;
import org.finplan.platform.plan.register.RegisterStage;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Reads the registers that a plan asks for, once nothing is wrong with them. */
final class RegisterReader {

    private final Map<String, LocalizedText> organisations = new HashMap<>();
    private final Map<String, LocalizedText> systems = new HashMap<>();
    private final LocalDate issued;

    private RegisterReader(PackageTables tables) {
        tables.rows(PlanFiles.ORGANISATIONS, "organisations")
                .forEach(row -> organisations.put(row.text("id"), row.localized("name")));
        tables.rows(PlanFiles.SYSTEMS, "systems").forEach(row -> systems.put(row.text("id"), row.localized("name")));
        issued = tables.file(PlanFiles.INDICATORS).child("plan").day("issued");
    }

    static List<RegisterDefinition> read(PackageTables tables) {
        RegisterReader reader = new RegisterReader(tables);
        return tables.rows(PlanFiles.REGISTERS, "registers").stream()
                .map(reader::register)
                .toList();
    }

    private RegisterDefinition register(JsonTable row) {
        return new RegisterDefinition(
                row.text("code"),
                row.localized("name"),
                row.texts("clauses"),
                row.texts("tasks"),
                row.texts("indicators"),
                row.flag("skippable"),
                row.flag("assessed"),
                stages(row.rows("stages")),
                row.rows("fields", RegisterReader::field),
                row.has("opening") ? opening(row.child("opening")) : null,
                row.rows("entries", this::entry));
    }

    /** A stage that names no next one leads to the one behind it. */
    private static List<RegisterStage> stages(List<JsonTable> rows) {
        List<RegisterStage> stages = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonTable row = rows.get(i);
            List<String> behind = i + 1 < rows.size() ? List.of(rows.get(i + 1).text("code")) : List.of();
            stages.add(new RegisterStage(
                    row.text("code"),
                    row.localized("name"),
                    row.has("next") ? row.texts("next") : behind,
                    !row.has("counted") || row.flag("counted"),
                    row.flag("decided")));
        }
        return List.copyOf(stages);
    }

    private static RegisterField field(JsonTable row) {
        return new RegisterField(
                row.text("code"),
                row.localized("name"),
                row.constant("type", FieldType.class),
                row.flag("required"),
                row.flag("many"),
                row.flag("counted"),
                row.textOrNull("unit"),
                row.rows("choices", choice -> new RegisterField.Choice(choice.text("code"), choice.localized("name"))),
                row.textOrNull("register"));
    }

    private static OpeningStock opening(JsonTable row) {
        return new OpeningStock(
                row.day("at"),
                row.text("clause"),
                row.rows(
                        "stocks",
                        stock -> new OpeningStock.Stock(
                                stock.text("region"),
                                stock.textOrNull("stage"),
                                stock.integer("count"),
                                stock.rows(
                                        "sums",
                                        sum -> new OpeningStock.Sum(sum.text("field"), sum.decimal("value"))))));
    }

    private NamedEntry entry(JsonTable row) {
        return new NamedEntry(
                row.text("code"),
                name(row),
                row.text("stage"),
                row.has("since") ? row.day("since") : issued,
                row.text("region"),
                row.texts("shared_with"),
                row.texts("tasks"),
                row.texts("indicators"),
                row.texts("clauses"),
                row.rows("values", value -> new NamedEntry.Value(value.text("field"), value.text("value"))));
    }

    private LocalizedText name(JsonTable row) {
        if (row.has("organisation")) {
            return organisations.get(row.text("organisation"));
        }
        return row.has("system") ? systems.get(row.text("system")) : row.localized("name");
    }
}
