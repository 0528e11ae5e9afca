package org.finplan.platform.plan.register;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * A field of the entries of a register.
 *
 * @param code its code
 * @param name its name
 * @param type what it holds
 * @param required whether every entry that people write needs it
 * @param many whether it takes a list
 * @param counted whether the count of the register adds it up; numbers only
 * @param unit code of the unit of a number, otherwise null
 * @param choices what a code may be, otherwise none
 * @param register register whose entries it links to, otherwise null
 */
public record RegisterField(
        String code,
        LocalizedText name,
        FieldType type,
        boolean required,
        boolean many,
        boolean counted,
        String unit,
        List<Choice> choices,
        String register) {

    /**
     * A choice of a code.
     *
     * @param code its code
     * @param name its name
     */
    public record Choice(String code, LocalizedText name) {}
}
