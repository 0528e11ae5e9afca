package org.finplan.benchmarks.whatif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.finplan.risk.network.generator.NetworkAssumptions;
import org.finplan.risk.network.generator.SyntheticNetwork;
import org.finplan.risk.network.generator.SyntheticNetwork.Guarantee;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.StrongComponents;

/** A made-up network as the service takes it, and the guarantees of its circles. The ids of all firms say that they are samples. */
final class SampleGuarantees {

    private static final int DECIMALS = 2;

    private final SyntheticNetwork network;

    SampleGuarantees(int firms, int guarantees) {
        this.network = SyntheticNetwork.of(NetworkAssumptions.CALM.sized(firms, guarantees), 1);
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "guarantee")
                .put("asOf", SyntheticNetwork.AS_OF.toString())
                .put("synthetic", true);
        ArrayNode nodes = body.putArray("nodes");
        for (int firm = 0; firm < network.firms(); firm++) {
            nodes.addObject().put("id", SyntheticNetwork.id(firm)).put("equity", decimal(network.equity(firm)));
        }
        ArrayNode edges = body.putArray("edges");
        for (Guarantee guarantee : network.guarantees()) {
            edges.addObject()
                    .put("from", SyntheticNetwork.id(guarantee.from()))
                    .put("to", SyntheticNetwork.id(guarantee.to()))
                    .put("amount", decimal(guarantee.amount()))
                    .put("until", guarantee.until().toString());
        }
        return body;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** {@return guarantees in force whose two firms are in the same circle} */
    List<Guarantee> inCircles() {
        List<Guarantee> inForce = network.guarantees().stream()
                .filter(guarantee -> !guarantee.until().isBefore(SyntheticNetwork.AS_OF))
                .toList();
        Components circles = StrongComponents.of(FirmGraph.of(
                network.firms(),
                inForce.stream().mapToInt(Guarantee::from).toArray(),
                inForce.stream().mapToInt(Guarantee::to).toArray(),
                inForce.stream().mapToDouble(Guarantee::amount).toArray()));
        return inForce.stream()
                .filter(guarantee -> circles.of(guarantee.from()) == circles.of(guarantee.to()))
                .toList();
    }
}
