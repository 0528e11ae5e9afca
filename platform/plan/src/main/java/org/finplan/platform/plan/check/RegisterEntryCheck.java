package org.finplan.platform.plan.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.register.FieldType;
import org.finplan.platform.plan.table.JsonTable;

/** Checks what the fields of an entry of a register say. */
final class RegisterEntryCheck {

    private final References known;
    private final Codes tasks;
    private final FaultList faults;
    private final TimeCheck time;

    RegisterEntryCheck(References known, Codes tasks, FaultList faults) {
        this.known = known;
        this.tasks = tasks;
        this.faults = faults;
        this.time = new TimeCheck(faults);
    }

    void check(JsonTable entry, Codes fields) {
        Set<String> said = new HashSet<>();
        for (JsonTable value : entry.rows("values")) {
            fields.known(value, "field");
            JsonTable field = fields.rows().get(value.text("field"));
            if (field != null) {
                boolean again = !said.add(value.text("field"));
                if (again && !field.flag("many")) {
                    faults.add(FaultKind.DUPLICATE_CODE, value, "field", List.of(), value.text("field"), entry.place());
                }
                value(field, value);
            }
        }
        for (JsonTable field : fields.rows().values()) {
            if (field.flag("required") && !said.contains(field.text("code"))) {
                faults.add(FaultKind.MISSING_FIELD, entry, "values", List.of(field.text("code")));
            }
        }
    }

    private void value(JsonTable field, JsonTable value) {
        String text = value.text("value");
        switch (FieldType.valueOf(field.text("type").toUpperCase(Locale.ROOT))) {
            case TEXT -> {}
            case CODE -> {
                List<String> codes = field.rows("choices", choice -> choice.text("code"));
                if (!codes.contains(text)) {
                    faults.add(FaultKind.UNKNOWN_VALUE, value, "value", codes, FaultList.quoted(text));
                }
            }
            case NUMBER -> number(value, text);
            case DATE -> time.day(value, "value");
            case REGION -> known.regions().known(value, "value");
            case USCC -> {
                if (!UnifiedCreditCode.hasForm(text) || !UnifiedCreditCode.isChecked(text)) {
                    faults.add(FaultKind.MALFORMED, value, "value", List.of(), FaultList.quoted(text));
                }
            }
            case CLAUSE -> known.clauses().known(value, "value");
            case TASK -> tasks.known(value, "value");
            case INDICATOR -> known.indicators().known(value, "value");
            // What it would link to has no id yet; people link entries.
            case ENTRY -> faults.add(FaultKind.FIELD_AND_TYPE, value, "field", List.of(), field.text("type"));
        }
    }

    private void number(JsonTable value, String text) {
        try {
            new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            faults.add(FaultKind.MALFORMED, value, "value", List.of("54.06"), FaultList.quoted(text));
        }
    }
}
