package org.finplan.risk.alert.lifecycle;

import java.util.List;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.WarningPolicy;

/**
 * The warning of a rule about a subject: inactive, pending, firing, held, resolved. It is reckoned from what the periods say in
 * their own order, so that a late or a changed report gives the warning that a timely and right one would have given, and a
 * restart forgets nothing. A period that says nothing changes nothing: missing figures neither end a warning nor bring it on.
 *
 * @param phase where it stands
 * @param level level of the last breach, null in a phase without one
 * @param periods of a pending warning the breaches in a row, of a held one the clear periods in a row, else 0
 */
public record Warning(WarningPhase phase, Level level, int periods) {

    /** Nothing to warn of. */
    public static final Warning INACTIVE = new Warning(WarningPhase.INACTIVE, null, 0);

    private static final Warning RESOLVED = new Warning(WarningPhase.RESOLVED, null, 0);

    /**
     * The warning after some periods.
     *
     * @param policy policy of the rule
     * @param signals what the periods say, the oldest first
     * @return the warning
     */
    public static Warning after(WarningPolicy policy, List<WarningSignal> signals) {
        Warning warning = INACTIVE;
        for (WarningSignal signal : signals) {
            warning = warning.next(policy, signal);
        }
        return warning;
    }

    private Warning next(WarningPolicy policy, WarningSignal signal) {
        if (signal instanceof WarningSignal.Missing) {
            return this;
        }
        if (signal instanceof WarningSignal.On on) {
            int breaches = phase == WarningPhase.PENDING ? periods + 1 : 1;
            return isOn() || breaches >= policy.pendingPeriods()
                    ? new Warning(WarningPhase.FIRING, on.level(), 0)
                    : new Warning(WarningPhase.PENDING, on.level(), breaches);
        }
        if (!isOn()) {
            return phase == WarningPhase.RESOLVED ? RESOLVED : INACTIVE;
        }
        if (signal instanceof WarningSignal.Between) {
            return new Warning(WarningPhase.HELD, level, 0);
        }
        int clear = phase == WarningPhase.HELD ? periods + 1 : 1;
        return clear >= policy.holdPeriods() ? RESOLVED : new Warning(WarningPhase.HELD, level, clear);
    }

    /** {@return whether there is something to warn of} */
    public boolean isOn() {
        return phase == WarningPhase.FIRING || phase == WarningPhase.HELD;
    }
}
