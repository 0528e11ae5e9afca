package org.finplan.risk.network.picture;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.risk.network.snapshot.NetworkKind;

/**
 * A component as it is drawn.
 *
 * @param title what it is
 * @param synthetic whether the network was made up
 * @param kind what its edges mean
 * @param firms its firms
 * @param links its edges, parallel ones summed
 * @param core place of the core firm
 */
record ComponentGraph(String title, boolean synthetic, NetworkKind kind, List<Node> firms, List<Link> links, int core) {

    /**
     * A firm.
     *
     * @param id its id
     * @param equity what it can lose, or null
     * @param exposure what is at stake there
     * @param circle number of its circle, or -1 when it is in none
     */
    record Node(String id, @Nullable Double equity, double exposure, int circle) {}

    /**
     * An edge.
     *
     * @param from place of its tail
     * @param to place of its head
     * @param amount its amount
     */
    record Link(int from, int to, double amount) {}
}
