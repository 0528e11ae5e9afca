package org.finplan.platform.plan.register;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * A stage that entries of a register go through.
 *
 * @param code its code
 * @param name its name
 * @param next stages that may follow it; none: it is final
 * @param counted whether what stands in it is counted as being in the register
 * @param decided whether some body decides on it, whose name is asked for
 */
public record RegisterStage(String code, LocalizedText name, List<String> next, boolean counted, boolean decided) {

    /** {@return whether nothing follows it} */
    public boolean isFinal() {
        return next.isEmpty();
    }
}
