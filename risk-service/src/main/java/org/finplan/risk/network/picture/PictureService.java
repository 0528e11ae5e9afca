package org.finplan.risk.network.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.picture.ComponentGraph.Link;
import org.finplan.risk.network.picture.ComponentGraph.Node;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.Networks;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.CoreFirm;
import org.finplan.risk.network.structure.StrongComponents;
import org.finplan.risk.network.structure.WeakComponents;

/** Draws components of networks. */
@ApplicationScoped
class PictureService {

    /** Repulsion between all pairs: a million pairs in 200 rounds take about a second. */
    private static final int MOST_DRAWN = 1000;

    /** All of it is one text in memory. */
    private static final int MOST_EXPORTED = 20_000;

    private final Networks networks;

    PictureService(Networks networks) {
        this.networks = networks;
    }

    String svg(UUID id, int number) {
        return SvgPicture.of(component(networks.get(id).content(), number, MOST_DRAWN));
    }

    String graphMl(UUID id, int number) {
        return GraphMl.of(component(networks.get(id).content(), number, MOST_EXPORTED));
    }

    static ComponentGraph component(NetworkContent network, int number, int most) {
        FirmGraph graph = network.graph(JointGuarantees.EXPECTED);
        FirmGraph transposed = network.transposed(JointGuarantees.EXPECTED);
        Components chains = network.derived(WeakComponents.class, () -> WeakComponents.of(graph));
        if (number >= chains.count()) {
            throw ProblemException.of(
                    WebError.NOT_FOUND, "没有连通分量 " + number + "。", "There is no component " + number + ".");
        }
        if (chains.size(number) > most) {
            throw NetworkError.TOO_LARGE.at(
                    "path:number", Integer.toString(chains.size(number)), List.of("1.." + most));
        }
        Components circles = network.derived(StrongComponents.class, () -> StrongComponents.of(graph));
        int[] members = chains.members(number);
        int[] place = new int[graph.firms()];
        List<Node> firms = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            int own = members[i];
            place[own] = i;
            Firm firm = network.firms().get(own);
            firms.add(new Node(
                    firm.id(),
                    firm.equity() == null ? null : firm.equity().doubleValue(),
                    graph.total(own) + transposed.total(own),
                    circles.size(circles.of(own)) > 1 ? circles.of(own) : -1));
        }
        for (int firm : members) {
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                links.add(new Link(place[firm], place[graph.head(edge)], graph.amount(edge)));
            }
        }
        String title = network.kind().code() + " " + network.asOf() + " · " + number;
        int core = CoreFirm.of(chains, number, graph, transposed).firm();
        return new ComponentGraph(title, network.synthetic(), network.kind(), firms, links, place[core]);
    }
}
