package org.finplan.indicators.targetsetting;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.Target;
import org.finplan.platform.plan.Measure;

/**
 * How much of a target its parts take up. Territory and units are two ways to cut the same target, each with a balance of
 * its own. Plain Java.
 *
 * @param allocated sum of the parts
 * @param residual what no part takes up; zero when the parts take up more
 * @param overAllocation what the parts take up beyond the target; zero when they do not
 */
@Schema(name = "PartsBalance")
public record PartsBalance(BigDecimal allocated, BigDecimal residual, BigDecimal overAllocation) {

    /**
     * Balances parts.
     *
     * @param whole the target
     * @param parts the parts in the same unit of measure
     * @return the balance
     */
    public static PartsBalance of(BigDecimal whole, Collection<BigDecimal> parts) {
        BigDecimal allocated = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal residual = whole.subtract(allocated);
        return new PartsBalance(
                allocated, residual.max(BigDecimal.ZERO), residual.negate().max(BigDecimal.ZERO));
    }

    /**
     * Says whether targets can be cut into parts.
     *
     * @param measure what the indicator measures
     * @return whether parts add up
     */
    public static boolean addsUp(Measure measure) {
        return measure == Measure.STOCK || measure == Measure.FLOW || measure == Measure.COUNT;
    }

    /**
     * Finds the target that its parts exceed.
     *
     * @param targets current primary targets of one indicator and year, of a region and of its parts
     * @param region the region
     * @param parts its parts
     * @return the balance, null when the region has no binding target or the parts fit
     */
    static PartsBalance exceeding(List<Target> targets, String region, Collection<String> parts) {
        Target whole = targets.stream()
                .filter(target -> target.key().region().equals(region))
                .findFirst()
                .orElse(null);
        if (whole == null || whole.nature() != Nature.BINDING || whole.value() == null) {
            return null;
        }
        PartsBalance balance = of(
                whole.value(),
                targets.stream()
                        .filter(target -> parts.contains(target.key().region()) && target.value() != null)
                        .filter(target -> target.kind().isLike(whole.kind()))
                        .map(Target::value)
                        .toList());
        return balance.overAllocation().signum() > 0 ? balance : null;
    }
}
