package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.SpectralRadius;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.StrongComponents;

/**
 * The spectral radii of the circles of a network, worked out when somebody asks and once. A copy with other edges knows those of circles in
 * which nothing differs. Where the largest is asked for, the small circles come first, and a large calm one is left as soon as it is
 * proven to be below them. A firm without equity counts as if it could not lose any: its circle is known without it.
 */
final class CircleRadii {

    private final FirmGraph leverage;
    private final Components circles;
    /** By circle; not a number while nobody has asked. */
    private final double[] radius;

    private CircleRadii(FirmGraph leverage, @Nullable CircleRadii known) {
        this.leverage = leverage;
        this.circles = StrongComponents.of(leverage);
        this.radius = new double[circles.count()];
        for (int number = 0; number < radius.length; number++) {
            if (circles.size(number) > 1) {
                radius[number] = known != null && isAsBefore(known, number)
                        ? known.radius[known.circles.of(circles.member(number, 0))]
                        : Double.NaN;
            }
        }
    }

    /**
     * Those of a network.
     *
     * @param network the network
     * @param joint how joint guarantees count
     */
    static CircleRadii of(NetworkContent network, JointGuarantees joint) {
        return network.derived(
                List.of(CircleRadii.class, joint), () -> new CircleRadii(leverage(network, joint), null));
    }

    /**
     * Those of a copy of the network.
     *
     * @param copy the same firms with other edges
     * @param joint how joint guarantees count, as before
     */
    CircleRadii after(NetworkContent copy, JointGuarantees joint) {
        return new CircleRadii(leverage(copy, joint), this);
    }

    private static FirmGraph leverage(NetworkContent network, JointGuarantees joint) {
        return FirmFigures.knownLosses(network, joint, 0).leverage();
    }

    /** The same firms hit each other by the same shares. */
    private boolean isAsBefore(CircleRadii known, int number) {
        int before = known.circles.of(circles.member(number, 0));
        if (known.circles.size(before) != circles.size(number)) {
            return false;
        }
        for (int place = 0; place < circles.size(number); place++) {
            int firm = circles.member(number, place);
            if (known.circles.of(firm) != before || !hitsAsBefore(known, firm)) {
                return false;
            }
        }
        return true;
    }

    private boolean hitsAsBefore(CircleRadii known, int firm) {
        int other = known.leverage.begin(firm);
        if (leverage.degree(firm) != known.leverage.degree(firm)) {
            return false;
        }
        for (int edge = leverage.begin(firm); edge < leverage.end(firm); edge++, other++) {
            if (leverage.head(edge) != known.leverage.head(other)
                    || leverage.amount(edge) != known.leverage.amount(other)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The largest of all.
     *
     * @param recovery share of each loss that comes back
     * @return the radius, 0 when there is no circle
     */
    double most(double recovery) {
        return most(recovery, firm -> true);
    }

    /**
     * The largest of some components.
     *
     * @param recovery share of each loss that comes back
     * @param within which firms the components have
     * @return the radius, 0 when there is no circle
     */
    synchronized double most(double recovery, IntPredicate within) {
        int[] some = IntStream.range(0, radius.length)
                .filter(number -> circles.size(number) > 1 && within.test(circles.member(number, 0)))
                .boxed()
                .sorted(Comparator.comparing((Integer number) -> Double.isNaN(radius[number]))
                        .thenComparingInt(circles::size))
                .mapToInt(Integer::intValue)
                .toArray();
        double most = 0;
        for (int number : some) {
            if (Double.isNaN(radius[number]) && !SpectralRadius.isBelow(leverage, circles, number, most)) {
                radius[number] = SpectralRadius.of(leverage, circles, number).estimate();
            }
            most = Double.isNaN(radius[number]) ? most : Math.max(most, radius[number]);
        }
        return most * (1 - recovery);
    }
}
