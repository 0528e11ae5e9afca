package org.finplan.tasks.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.finplan.tasks.task.edit.EditableTask;

/**
 * A task before and after a change.
 *
 * @param before as it is
 * @param after as it is to be
 */
record EditedTask(EditableTask before, EditableTask after) {

    /** {@return whether anything differs} */
    boolean changes() {
        return !before.equals(after);
    }

    /** {@return the fields that differ, in a fixed order} */
    List<FieldChange> fields() {
        List<FieldChange> fields = new ArrayList<>();
        add(fields, "dueDate", text(before.due()), text(after.due()));
        add(fields, "dueDateSetByCity", text(before.dueSet()), text(after.dueSet()));
        add(fields, "title.zh", before.says().title().zh(), after.says().title().zh());
        add(fields, "title.en", before.says().title().en(), after.says().title().en());
        add(
                fields,
                "summary.zh",
                before.says().summary().zh(),
                after.says().summary().zh());
        add(
                fields,
                "summary.en",
                before.says().summary().en(),
                after.says().summary().en());
        add(fields, "lead", before.units().lead(), after.units().lead());
        add(
                fields,
                "responsible",
                codes(before.units().responsible()),
                codes(after.units().responsible()));
        add(
                fields,
                "cooperating",
                codes(before.units().cooperating()),
                codes(after.units().cooperating()));
        return fields;
    }

    /** {@return whether it is given to other units} */
    boolean reassigns() {
        return !before.units().equals(after.units());
    }

    private static String codes(List<String> units) {
        return units.isEmpty() ? null : String.join(",", units);
    }

    private static void add(List<FieldChange> fields, String name, String before, String after) {
        if (!Objects.equals(before, after)) {
            fields.add(new FieldChange(name, before, after));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
