package org.finplan.platform.plan.command;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.finplan.platform.plan.difference.ChangeKind;
import org.finplan.platform.plan.difference.FieldChange;
import org.finplan.platform.plan.difference.PlanChange;

/** Says a difference between two packages in one line. */
final class ChangeLine {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private ChangeLine() {}

    /**
     * Says it.
     *
     * @param english whether the reader prefers English
     * @return what happened, to what; of a change every field with what it said and says
     */
    static String of(PlanChange change, boolean english) {
        String what = kind(change.kind(), english) + " " + change.part().name(english);
        if (!change.code().isEmpty()) {
            what += " " + change.code();
        }
        String name = change.name().in(english);
        if (!name.equals(change.code())) {
            what += english ? " (" + name + ")" : "（" + name + "）";
        }
        if (change.kind() == ChangeKind.CHANGED) {
            what += (english ? ": " : "：")
                    + change.fields().stream()
                            .map(field -> field(field, english))
                            .collect(Collectors.joining(english ? "; " : "；"));
        }
        return CONTROL.matcher(what).replaceAll(" ");
    }

    private static String kind(ChangeKind kind, boolean english) {
        if (english) {
            return kind.code();
        }
        return switch (kind) {
            case ADDED -> "新增";
            case CHANGED -> "修改";
            case REMOVED -> "删除";
        };
    }

    private static String field(FieldChange field, boolean english) {
        return field.field() + " " + value(field.before(), english) + " → " + value(field.after(), english);
    }

    private static String value(String value, boolean english) {
        String nothing = english ? "nothing" : "无";
        return value == null ? nothing : value;
    }
}
