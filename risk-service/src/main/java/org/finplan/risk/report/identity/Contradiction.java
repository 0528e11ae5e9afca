package org.finplan.risk.report.identity;

import java.math.BigDecimal;

/**
 * An identity that the figures of a period break, with the sums of both sides.
 *
 * @param identity code of the identity
 * @param left sum of the left side
 * @param right sum of the right side
 * @param unit unit of both
 */
public record Contradiction(String identity, BigDecimal left, BigDecimal right, String unit) {

    /** {@return whether it says the same as another one, however many zeros follow} */
    public boolean says(Contradiction other) {
        return identity.equals(other.identity) && left.compareTo(other.left) == 0 && right.compareTo(other.right) == 0;
    }
}
