package org.finplan.platform.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.register.FieldType;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Checks the registers that a plan asks for: stages lead somewhere, fields have what their type needs, entries fit their register. */
final class RegisterCheck {

    private final Codes registers;
    private final References known;
    private final Codes tasks;
    private final Codes systems;
    private final FaultList faults;
    private final TimeCheck time;
    private final RegisterEntryCheck entries;

    RegisterCheck(PackageTables tables, References known, Codes tasks, Codes systems, FaultList faults) {
        this.registers = Codes.of(tables.rows(PlanFiles.REGISTERS, "registers"), "code", faults);
        this.known = known;
        this.tasks = tasks;
        this.systems = systems;
        this.faults = faults;
        this.time = new TimeCheck(faults);
        this.entries = new RegisterEntryCheck(known, tasks, faults);
    }

    void check() {
        for (JsonTable register : registers.rows().values()) {
            links(register);
            Codes stages = Codes.of(register.rows("stages"), "code", faults);
            stages.rows().values().forEach(stage -> stages.allKnown(stage, "next"));
            Codes fields = Codes.of(register.rows("fields"), "code", faults);
            fields.rows().values().forEach(this::field);
            if (register.has("opening")) {
                opening(register.child("opening"), stages, fields);
            }
            for (JsonTable entry :
                    Codes.of(register.rows("entries"), "code", faults).rows().values()) {
                links(entry);
                named(entry);
                stages.known(entry, "stage");
                time.day(entry, "since");
                known.regions().known(entry, "region");
                known.regions().allKnown(entry, "shared_with");
                entries.check(entry, fields);
            }
        }
    }

    private void links(JsonTable row) {
        known.clauses().allKnown(row, "clauses");
        tasks.allKnown(row, "tasks");
        known.indicators().allKnown(row, "indicators");
    }

    /** An entry has a name of its own, or is an organisation or a system that has one. */
    private void named(JsonTable entry) {
        List<String> names = Stream.of("name_zh", "organisation", "system")
                .filter(entry::has)
                .toList();
        if (names.size() != 1) {
            faults.add(
                    FaultKind.NAME_OF_ENTRY,
                    entry,
                    names.isEmpty() ? "name_zh" : names.get(1),
                    List.of("name_zh", "organisation", "system"));
            return;
        }
        known.organisations().known(entry, "organisation");
        systems.known(entry, "system");
    }

    private void field(JsonTable field) {
        String type = field.text("type");
        needs(field, "unit", type.equals(FieldType.NUMBER.code()));
        needs(field, "choices", type.equals(FieldType.CODE.code()));
        needs(field, "register", type.equals(FieldType.ENTRY.code()));
        known.units().known(field, "unit");
        registers.known(field, "register");
        Codes.of(field.rows("choices"), "code", faults);
        if (field.flag("counted") && (!type.equals(FieldType.NUMBER.code()) || field.flag("many"))) {
            faults.add(FaultKind.FIELD_AND_TYPE, field, "counted", List.of("false"), type);
        }
    }

    private void needs(JsonTable field, String part, boolean needed) {
        boolean there = part.equals("choices") ? !field.rows(part).isEmpty() : field.has(part);
        if (there != needed) {
            faults.add(FaultKind.FIELD_AND_TYPE, field, part, List.of(), field.text("type"));
        }
    }

    private void opening(JsonTable opening, Codes stages, Codes fields) {
        time.day(opening, "at");
        known.clauses().known(opening, "clause");
        for (JsonTable stock : opening.rows("stocks")) {
            known.regions().known(stock, "region");
            stages.known(stock, "stage");
            for (JsonTable sum : stock.rows("sums")) {
                Optional<JsonTable> counted = Optional.ofNullable(fields.rows().get(sum.text("field")))
                        .filter(field -> field.flag("counted"));
                if (counted.isEmpty()) {
                    Set<String> codes = fields.rows().keySet();
                    faults.add(
                            FaultKind.UNKNOWN_REFERENCE,
                            sum,
                            "field",
                            EditDistance.nearest(
                                    sum.text("field"), codes.stream().filter(code -> fields.rows()
                                            .get(code)
                                            .flag("counted"))),
                            sum.text("field"));
                }
            }
        }
    }
}
