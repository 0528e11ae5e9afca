package org.finplan.platform.plan.register;

import java.util.Locale;

/** What a field of a register holds. */
public enum FieldType {
    /** Any text. */
    TEXT,
    /** One of the choices of the field. */
    CODE,
    /** A number in the unit of the field. */
    NUMBER,
    /** A day. */
    DATE,
    /** Code of a region of the plan. */
    REGION,
    /** A unified social credit code of GB 32100-2015. */
    USCC,
    /** Id of a clause of the plan. */
    CLAUSE,
    /** Id of a task of the plan. */
    TASK,
    /** Code of an indicator of the plan. */
    INDICATOR,
    /** An entry of the register that the field names. */
    ENTRY;

    /** {@return the code on the wire and in packages} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
