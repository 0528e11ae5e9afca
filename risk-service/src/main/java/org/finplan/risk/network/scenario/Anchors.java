package org.finplan.risk.network.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.SpectralRadius;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.StrongComponents;

/**
 * Firms without which no circle is at or beyond its critical point: what reaches them is held back, and they are solved for
 * apart. Taken where the stress that goes round is largest: by the product of the two Perron vectors of the circle, one
 * firm at first, then twice as many, until all that is left is calm.
 */
final class Anchors {

    private static final double CRITICAL = 1 - 1e-7;
    private static final int MOST = 256;
    private static final int ROUNDS = 100;

    private Anchors() {}

    /**
     * Chooses anchors.
     *
     * @param leverage relative losses, from who fails to who loses
     * @param progress may give up between two batches
     * @return their numbers in ascending order; empty when too many would be needed
     * @throws CancellationException when progress said to give up
     */
    static Optional<int[]> of(FirmGraph leverage, Progress progress) {
        boolean[] chosen = new boolean[leverage.firms()];
        int count = 0;
        for (int batch = 1; count <= MOST; batch *= 2) {
            if (progress.stopped()) {
                throw new CancellationException("given up while anchors were chosen");
            }
            FirmGraph left = count == 0
                    ? leverage
                    : leverage.scaled((from, to, amount) -> chosen[to] ? 0 : amount)
                            .positive();
            List<Integer> more = next(left, batch);
            if (more.isEmpty()) {
                return Optional.of(IntStream.range(0, chosen.length)
                        .filter(firm -> chosen[firm])
                        .toArray());
            }
            more.forEach(firm -> chosen[firm] = true);
            count += more.size();
        }
        return Optional.empty();
    }

    private static List<Integer> next(FirmGraph left, int batch) {
        Components circles = StrongComponents.of(left);
        FirmGraph hitBy = left.transposed();
        List<Integer> chosen = new ArrayList<>();
        for (int number = 0; number < circles.count(); number++) {
            if (circles.size(number) > 1 && !SpectralRadius.isBelow(left, circles, number, CRITICAL)) {
                int[] members = circles.members(number);
                double[] out = perron(left, circles, members);
                double[] in = perron(hitBy, circles, members);
                IntStream.of(members)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer firm) -> -out[firm] * in[firm]))
                        .limit(Math.min(batch, (members.length + 1) / 2))
                        .forEach(chosen::add);
            }
        }
        return chosen;
    }

    /** An estimate of the Perron vector: some rounds of power iteration on L + 1. */
    private static double[] perron(FirmGraph graph, Components circles, int[] members) {
        double[] vector = new double[graph.firms()];
        for (int firm : members) {
            vector[firm] = 1;
        }
        double[] next = new double[graph.firms()];
        for (int round = 0; round < ROUNDS; round++) {
            double most = 0;
            for (int firm : members) {
                double sum = vector[firm];
                for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                    if (circles.of(graph.head(edge)) == circles.of(firm)) {
                        sum += graph.amount(edge) * vector[graph.head(edge)];
                    }
                }
                next[firm] = sum;
                most = Math.max(most, sum);
            }
            for (int firm : members) {
                vector[firm] = next[firm] / most;
            }
        }
        return Arrays.copyOf(vector, vector.length);
    }
}
