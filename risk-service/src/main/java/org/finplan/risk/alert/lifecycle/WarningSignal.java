package org.finplan.risk.alert.lifecycle;

import java.math.BigDecimal;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rule.WarningPolicy;

/** What one period says to a {@link Warning}. */
public sealed interface WarningSignal {

    /**
     * The rule is broken, or nearly.
     *
     * @param level how grave that is
     */
    record On(Level level) implements WarningSignal {}

    /** The rule is kept, but not by far enough to end a warning. */
    record Between() implements WarningSignal {}

    /** The rule is kept. */
    record Clear() implements WarningSignal {}

    /** Nothing can be said. */
    record Missing() implements WarningSignal {}

    /**
     * What a finding says.
     *
     * @param policy policy of its rule
     * @param finding the finding
     * @return the signal
     */
    static WarningSignal of(WarningPolicy policy, Finding finding) {
        Verdict verdict = finding.verdict();
        if (verdict.warning().isPresent()) {
            return new On(verdict.warning().get());
        }
        if (verdict.obstacle().isPresent()) {
            return new Missing();
        }
        return policy.clears(value(finding.actual()), value(finding.expected())) ? new Clear() : new Between();
    }

    private static BigDecimal value(Figure figure) {
        return figure == null ? null : figure.value();
    }
}
