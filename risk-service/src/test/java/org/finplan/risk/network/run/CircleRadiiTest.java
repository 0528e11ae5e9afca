package org.finplan.risk.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkKind;

/** What is known of circles in which nothing differs is what would be worked out anew. */
class CircleRadiiTest {

    private static final int FIRMS = 30;

    private static NetworkContent network(NetworkKind kind, List<FirmEdge> edges) {
        List<Firm> firms = new ArrayList<>();
        for (int firm = 0; firm < FIRMS; firm++) {
            boolean told = kind == NetworkKind.GUARANTEE;
            firms.add(new Firm(
                    "演示样本-%02d".formatted(firm),
                    told ? BigDecimal.valueOf(firm % 7 - 1) : null,
                    null,
                    told ? null : BigDecimal.valueOf(20 + firm),
                    null));
        }
        return new NetworkContent(kind, LocalDate.EPOCH, true, firms, edges);
    }

    @Property(tries = 100)
    void aCopyHasTheSameRadiusAsIfNothingWereKnown(@ForAll long seed, @ForAll NetworkKind kind) {
        Random chance = new Random(seed);
        List<FirmEdge> edges = new ArrayList<>();
        for (int edge = 0; edge < 2 * FIRMS; edge++) {
            int from = chance.nextInt(FIRMS);
            // Mostly within groups of five, so that there are several circles.
            int to = chance.nextInt(9) == 0 ? chance.nextInt(FIRMS) : from / 5 * 5 + chance.nextInt(5);
            if (from != to) {
                BigDecimal amount = BigDecimal.valueOf(chance.nextInt(50), 1);
                edges.add(new FirmEdge(from, to, amount, "", null, null, null));
            }
        }
        edges.sort(FirmEdge.ORDER);
        NetworkContent network = network(kind, edges);
        edges.removeIf(edge -> chance.nextInt(20) == 0);
        NetworkContent copy = network(kind, edges);
        double recovery = chance.nextInt(3) / 2.0;
        for (JointGuarantees joint : JointGuarantees.values()) {
            double known = CircleRadii.of(network, joint).after(copy, joint).most(recovery);
            assertThat(known).isEqualTo(CircleRadii.of(copy, joint).most(recovery));
            assertThat(known)
                    .isCloseTo((1 - recovery) * CircleRadii.of(copy, joint).most(0), within(1e-12));
        }
    }
}
