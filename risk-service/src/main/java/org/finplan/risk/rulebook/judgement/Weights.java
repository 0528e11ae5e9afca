package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Weights of parts of a score, kept within bounds. */
public final class Weights {

    private static final int SCALE = 8;

    private Weights() {}

    /**
     * Keeps weights within bounds, so that no part decides alone: what one loses at a bound the others share.
     *
     * @param weights weights of any sum
     * @param least the least share
     * @param most the greatest share; as many times it as there are weights is at least 1
     * @return shares of 1
     */
    public static List<BigDecimal> capped(List<BigDecimal> weights, BigDecimal least, BigDecimal most) {
        List<BigDecimal> shares = shares(weights);
        for (int round = 0; round < weights.size(); round++) {
            List<BigDecimal> bound =
                    shares.stream().map(share -> share.max(least).min(most)).toList();
            BigDecimal rest = BigDecimal.ONE.subtract(sum(bound));
            if (rest.signum() == 0) {
                return bound;
            }
            BigDecimal bend = rest.signum() > 0 ? most : least;
            BigDecimal free = sum(
                    bound.stream().filter(share -> share.compareTo(bend) != 0).toList());
            long count =
                    bound.stream().filter(share -> share.compareTo(bend) != 0).count();
            shares = bound.stream()
                    .map(share -> share.compareTo(bend) == 0 ? share : share.add(part(rest, share, free, count)))
                    .toList();
        }
        return shares;
    }

    private static BigDecimal part(BigDecimal rest, BigDecimal share, BigDecimal free, long count) {
        return free.signum() == 0
                ? rest.divide(BigDecimal.valueOf(count), SCALE, RoundingMode.HALF_UP)
                : rest.multiply(share).divide(free, SCALE, RoundingMode.HALF_UP);
    }

    private static List<BigDecimal> shares(List<BigDecimal> weights) {
        BigDecimal sum = sum(weights);
        return weights.stream()
                .map(weight -> sum.signum() == 0
                        ? BigDecimal.ONE.divide(BigDecimal.valueOf(weights.size()), SCALE, RoundingMode.HALF_UP)
                        : weight.divide(sum, SCALE, RoundingMode.HALF_UP))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> weights) {
        return weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
