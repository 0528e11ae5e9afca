package org.finplan.risk.network.trigger;

import java.math.BigDecimal;
import java.util.Set;
import org.finplan.risk.network.fact.ArrearsType;
import org.finplan.risk.rule.ChainThreshold;
import org.finplan.risk.rule.ChainThresholds;

/**
 * What the rules look at of a firm on a day. Amounts are in yuan.
 *
 * @param banks how many lenders it has
 * @param balance what it owes them
 * @param guaranteed how much of that is secured by guarantors
 * @param guarantors how many firms stand in for it
 * @param chain how many firms its chain has, itself included
 * @param arrears what it did not pay
 */
record FirmStanding(
        int banks, BigDecimal balance, BigDecimal guaranteed, int guarantors, int chain, Set<ArrearsType> arrears) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    FirmStanding {
        arrears = Set.copyOf(arrears);
    }

    /** {@return whether banks consult about it; the share is compared without dividing} */
    boolean isDueForConsultation(ChainThresholds thresholds) {
        BigDecimal percent = thresholds.of(ChainThreshold.GUARANTEED_FROM);
        return banks > thresholds.count(ChainThreshold.LENDERS_ABOVE)
                && balance.compareTo(thresholds.of(ChainThreshold.BALANCE_ABOVE)) > 0
                && guaranteed.multiply(HUNDRED).compareTo(balance.multiply(percent)) >= 0
                && (guarantors > thresholds.count(ChainThreshold.GUARANTORS_ABOVE)
                        || chain > thresholds.count(ChainThreshold.CHAIN_ABOVE));
    }

    /** {@return whether it owes one of the four and others of a chain may have to stand in} */
    boolean isInArrears(ChainThresholds thresholds) {
        return !arrears.isEmpty() && chain > thresholds.count(ChainThreshold.TIED_ABOVE);
    }
}
