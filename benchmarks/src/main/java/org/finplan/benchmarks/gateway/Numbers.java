package org.finplan.benchmarks.gateway;

import java.util.Arrays;
import java.util.List;

/** What many measurements say together. */
public final class Numbers {

    private Numbers() {}

    /**
     * The middle of some values, of an even number the mean of the two in the middle.
     *
     * @param values at least one
     * @return the median
     */
    public static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The median of the ratios of the rounds. Each ratio is of two measurements next to each other, so that what else the
     * machine did in the meantime counts for both.
     *
     * @param numerators one for each round
     * @param denominators one for each round
     * @return the median ratio
     */
    public static double ratio(List<Double> numerators, List<Double> denominators) {
        Double[] ratios = new Double[numerators.size()];
        Arrays.setAll(ratios, round -> numerators.get(round) / denominators.get(round));
        return median(List.of(ratios));
    }

    /**
     * A percentile by the nearest rank: the smallest value that at least that part of all does not exceed.
     *
     * @param sorted ascending, at least one
     * @param part from 0 (exclusive) to 1
     * @return the value
     */
    public static long percentile(long[] sorted, double part) {
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
