package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Weights of parts of a score: from the spread of figures by entropy, and kept within bounds. */
public final class Weights {

    private static final int SCALE = 8;

    private Weights() {}

    /**
     * Entropies of columns of figures: 1 for one that tells nothing.
     *
     * @param rows one row for each institution, all figures at or above 0, at least two rows
     * @return the entropy of each column, to 8 places
     */
    public static List<BigDecimal> entropies(List<List<BigDecimal>> rows) {
        List<BigDecimal> all = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int of = column;
            all.add(entropy(rows.stream().map(row -> row.get(of)).toList()));
        }
        return all;
    }

    private static BigDecimal entropy(List<BigDecimal> column) {
        BigDecimal sum = column.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        double entropy = 0;
        for (BigDecimal value : column) {
            if (value.signum() > 0) {
                double share = value.divide(sum, MathContext.DECIMAL64).doubleValue();
                entropy -= share * StrictMath.log(share);
            }
        }
        double whole = sum.signum() == 0 ? 1 : entropy / StrictMath.log(column.size());
        return BigDecimal.valueOf(whole).setScale(SCALE, RoundingMode.HALF_UP);
    }

    /**
     * Weights by entropy: what differs most between institutions weighs most.
     *
     * @param rows as of {@link #entropies}
     * @return the weight of each column, to 8 places; equal ones when no column tells anything
     */
    public static List<BigDecimal> byEntropy(List<List<BigDecimal>> rows) {
        return shares(entropies(rows).stream()
                .map(entropy -> BigDecimal.ONE.subtract(entropy))
                .toList());
    }

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
