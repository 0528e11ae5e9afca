package org.finplan.risk.network.contagion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.linear.RowSystem;
import org.finplan.risk.network.linear.SparseFactor;
import org.finplan.risk.network.structure.Components;

/**
 * Spectral radius of the relative losses within a circle, between bounds that are proven (Collatz and Wielandt): at 1 or
 * above, a shock however small ends in a failure. Power iteration first, then the iteration of Noda (1971), which solves
 * (upper bound - L) x = x and comes to the radius quadratically.
 *
 * @param lower it is no less
 * @param upper it is no more
 */
public record SpectralRadius(double lower, double upper) {

    private static final double ENOUGH = 1e-13;
    private static final int POWER_ROUNDS = 60;
    private static final int NODA_ROUNDS = 40;
    private static final long MOST_ENTRIES = 4_000_000;

    /** {@return the middle of the bounds} */
    public double estimate() {
        return lower + (upper - lower) / 2;
    }

    /**
     * Finds the spectral radius of one circle.
     *
     * @param leverage relative losses
     * @param circles the strongly connected components of it
     * @param number number of the circle
     * @return bounds of it; 0 for a firm alone
     */
    public static SpectralRadius of(FirmGraph leverage, Components circles, int number) {
        return of(leverage, circles, number, Double.NaN);
    }

    /**
     * Finds the largest spectral radius of all circles. The small ones come first, and a circle is left as soon as it is proven to be
     * below what was found: a large calm one costs little where a small one is near its critical point.
     *
     * @param leverage relative losses
     * @param circles the strongly connected components of it
     * @return the bounds of the circle whose lower bound is highest, the same as {@link #of} gives; 0 without a circle
     */
    public static SpectralRadius largest(FirmGraph leverage, Components circles) {
        SpectralRadius largest = new SpectralRadius(0, 0);
        int[] bySize = IntStream.range(0, circles.count())
                .filter(number -> circles.size(number) > 1)
                .boxed()
                .sorted(Comparator.comparingInt(circles::size))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int number : bySize) {
            if (!isBelow(leverage, circles, number, largest.lower())) {
                SpectralRadius own = of(leverage, circles, number);
                largest = own.lower() > largest.lower() ? own : largest;
            }
        }
        return largest;
    }

    /**
     * Whether the spectral radius of one circle is below a limit; much cheaper than to know it.
     *
     * @param leverage relative losses
     * @param circles the strongly connected components of it
     * @param number number of the circle
     * @param limit the limit
     * @return whether it is proven to be below
     */
    public static boolean isBelow(FirmGraph leverage, Components circles, int number, double limit) {
        return of(leverage, circles, number, limit).upper() < limit;
    }

    private static SpectralRadius of(FirmGraph leverage, Components circles, int number, double limit) {
        int[] members = circles.members(number);
        if (members.length == 1) {
            return new SpectralRadius(0, 0);
        }
        Block block = Block.of(leverage, circles, number, members);
        double[] vector = new double[members.length];
        Arrays.fill(vector, 1);
        SpectralRadius bounds = new SpectralRadius(0, Double.POSITIVE_INFINITY);
        for (int round = 0; round < POWER_ROUNDS && !bounds.close(limit); round++) {
            bounds = bounds.within(block.bounds(vector));
            vector = block.shifted(vector);
        }
        for (int round = 0; round < NODA_ROUNDS && !bounds.close(limit); round++) {
            // A little above the bound, so that the system can be solved.
            double shift = bounds.upper() * (1 + 1e-15) + Double.MIN_NORMAL;
            SparseFactor factor =
                    SparseFactor.of(block.system(shift), MOST_ENTRIES).orElse(null);
            if (factor == null) {
                break;
            }
            double[] next = vector.clone();
            factor.solve(next);
            if (!normed(next)) {
                break;
            }
            vector = next;
            bounds = bounds.within(block.bounds(vector));
        }
        return bounds;
    }

    private boolean close(double limit) {
        return upper < limit || lower >= limit || (!Double.isInfinite(upper) && upper - lower <= ENOUGH * upper);
    }

    private SpectralRadius within(SpectralRadius other) {
        double low = Math.max(lower, other.lower);
        return new SpectralRadius(low, Math.max(low, Math.min(upper, other.upper)));
    }

    /** Scales a vector to a maximum of 1; false when it is no longer positive. */
    private static boolean normed(double[] vector) {
        double most = 0;
        for (double own : vector) {
            if (!(own > 0) || Double.isInfinite(own)) {
                return false;
            }
            most = Math.max(most, own);
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= most;
        }
        return true;
    }

    /**
     * The relative losses within a circle, by who causes them: rows of its own, so that many small circles of a large network cost
     * what they are large, and not what the network is.
     */
    private static final class Block {

        private final int[] start;
        private final int[] to;
        private final double[] share;

        private Block(int[] start, int[] to, double[] share) {
            this.start = start;
            this.to = to;
            this.share = share;
        }

        static Block of(FirmGraph leverage, Components circles, int number, int[] members) {
            int[] start = new int[members.length + 1];
            for (int i = 0; i < members.length; i++) {
                start[i + 1] = start[i];
                for (int edge = leverage.begin(members[i]); edge < leverage.end(members[i]); edge++) {
                    start[i + 1] += circles.of(leverage.head(edge)) == number ? 1 : 0;
                }
            }
            int[] to = new int[start[members.length]];
            double[] share = new double[to.length];
            int place = 0;
            for (int firm : members) {
                for (int edge = leverage.begin(firm); edge < leverage.end(firm); edge++) {
                    if (circles.of(leverage.head(edge)) == number) {
                        to[place] = Arrays.binarySearch(members, leverage.head(edge));
                        share[place++] = leverage.amount(edge);
                    }
                }
            }
            return new Block(start, to, share);
        }

        double[] times(double[] vector) {
            double[] product = new double[vector.length];
            for (int i = 0; i < vector.length; i++) {
                for (int entry = start[i]; entry < start[i + 1]; entry++) {
                    product[i] += share[entry] * vector[to[entry]];
                }
            }
            return product;
        }

        SpectralRadius bounds(double[] vector) {
            double[] product = times(vector);
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            for (int i = 0; i < vector.length; i++) {
                low = Math.min(low, product[i] / vector[i]);
                high = Math.max(high, product[i] / vector[i]);
            }
            return new SpectralRadius(low, high);
        }

        /** One step of power iteration on L + 1, which has no period. */
        double[] shifted(double[] vector) {
            double[] next = times(vector);
            for (int i = 0; i < next.length; i++) {
                next[i] += vector[i];
            }
            normed(next);
            return next;
        }

        RowSystem system(double shift) {
            RowSystem system = new RowSystem(start.length - 1, shift);
            for (int i = 0; i + 1 < start.length; i++) {
                for (int entry = start[i]; entry < start[i + 1]; entry++) {
                    system.add(to[entry], share[entry]);
                }
                system.endRow();
            }
            return system;
        }
    }
}
