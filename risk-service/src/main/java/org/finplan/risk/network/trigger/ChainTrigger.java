package org.finplan.risk.network.trigger;

import java.math.BigDecimal;
import java.util.Comparator;
import org.finplan.platform.events.LocalizedText;

/**
 * A firm to which a rule applies.
 *
 * @param rule the rule
 * @param firm credit code of the firm
 * @param name its name
 * @param step how grave it is, 1 for the mildest
 * @param reason why, with the numbers and the paths on which others would be hit
 * @param actual the figure that was judged
 * @param expected what it was held against
 * @param chain number of its chain in the network
 * @param exposure what it gives and receives in guarantees, in yuan
 */
record ChainTrigger(
        ChainRule rule,
        String firm,
        String name,
        int step,
        LocalizedText reason,
        BigDecimal actual,
        BigDecimal expected,
        int chain,
        double exposure) {

    /** The root of a chain first: most is at stake there; of one firm the consultation before the arrears. */
    static final Comparator<ChainTrigger> ROOT_FIRST = Comparator.comparingDouble(
                    (ChainTrigger trigger) -> -trigger.exposure())
            .thenComparing(ChainTrigger::firm)
            .thenComparing(ChainTrigger::rule);

    ChainTrigger withReason(LocalizedText other) {
        return new ChainTrigger(rule, firm, name, step, other, actual, expected, chain, exposure);
    }
}
