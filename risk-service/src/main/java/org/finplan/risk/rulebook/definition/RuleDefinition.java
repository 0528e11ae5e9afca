package org.finplan.risk.rulebook.definition;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.WarningPolicy;

/**
 * What a rule says. It is never changed: another text is another version.
 *
 * @param code stable code, such as ML-01
 * @param version 1, 2, 3 …
 * @param kinds kinds of institutions that it judges
 * @param name its name
 * @param regulation the regulation that sets it
 * @param article its article, or null when it is not known
 * @param status how sure its text is
 * @param authority who acts on a breach
 * @param clause clause of the plan that asks for this supervision
 * @param signal how it finds something
 * @param warning how long it waits before it warns, and before a warning ends
 */
public record RuleDefinition(
        String code,
        int version,
        List<String> kinds,
        LocalizedText name,
        String regulation,
        String article,
        SourceStatus status,
        Authority authority,
        String clause,
        Signal signal,
        WarningPolicy warning) {

    /** {@return the levels that it can give, mildest first: those of its signal, as far as its source allows them} */
    public List<Level> levels() {
        return signal.levels().stream().map(status::cap).distinct().toList();
    }
}
