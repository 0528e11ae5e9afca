package org.finplan.platform.plan.register;

import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * An entry that the plan itself names.
 *
 * @param code its code, which it keeps
 * @param name its name, that of the organisation or system when it is one
 * @param stage stage in which the plan has it
 * @param since since when, or the day on which the plan was issued where it prints none
 * @param region region that it belongs to
 * @param sharedWith further regions that see it
 * @param tasks tasks that it is linked to
 * @param indicators indicators that it is linked to
 * @param clauses clauses that name it
 * @param values what its fields say, several of one field where it takes a list
 */
public record NamedEntry(
        String code,
        LocalizedText name,
        String stage,
        LocalDate since,
        String region,
        List<String> sharedWith,
        List<String> tasks,
        List<String> indicators,
        List<String> clauses,
        List<Value> values) {

    /**
     * What a field says.
     *
     * @param field code of the field
     * @param value the value as text
     */
    public record Value(String field, String value) {}
}
