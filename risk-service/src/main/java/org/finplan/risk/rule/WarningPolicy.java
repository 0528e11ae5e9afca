package org.finplan.risk.rule;

import java.math.BigDecimal;

/**
 * How long a rule must be broken before it warns, and how long and how far it must be kept before the warning ends. Both are
 * counted in periods that can be judged: monthly figures come monthly, whenever they come.
 *
 * @param pendingPeriods periods in a row that must call for a warning before there is one, at least 1
 * @param holdPeriods periods in a row that must be clear before a warning ends, at least 1
 * @param clearBelow share of the limit that a clear figure may use up, such as 0.97; between it and the limit a warning is held.
 *     Null when everything within the limit is clear
 */
public record WarningPolicy(int pendingPeriods, int holdPeriods, BigDecimal clearBelow) {

    /** Warns at the first breach and ends with the first period that is kept. */
    public static final WarningPolicy IMMEDIATE = new WarningPolicy(1, 1, null);

    /**
     * Holds that there are periods to count.
     *
     * @throws IllegalArgumentException when a number is below 1, or the share is not within 0 and 1
     */
    public WarningPolicy {
        if (pendingPeriods < 1 || holdPeriods < 1) {
            throw new IllegalArgumentException("a warning waits for at least one period");
        }
        if (clearBelow != null && (clearBelow.signum() <= 0 || clearBelow.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("the clear share lies above 0 and not above 1");
        }
    }

    /**
     * Whether a figure is so far within its limit that a warning may end. The share used up is the lesser of the two over the
     * greater, which is right for upper and for lower limits; it is compared without dividing.
     *
     * @param actual the figure, which keeps the limit
     * @param limit what it was held against
     * @return whether it is clear; true where no share is asked for or can be reckoned
     */
    public boolean clears(BigDecimal actual, BigDecimal limit) {
        if (clearBelow == null || actual == null || limit == null || actual.signum() * limit.signum() <= 0) {
            return true;
        }
        BigDecimal lesser = actual.abs().min(limit.abs());
        BigDecimal greater = actual.abs().max(limit.abs());
        return lesser.compareTo(clearBelow.multiply(greater)) < 0;
    }
}
