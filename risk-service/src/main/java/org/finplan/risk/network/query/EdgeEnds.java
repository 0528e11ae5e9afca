package org.finplan.risk.network.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.structure.FirmPath;

/** When edges end: of parallel ones the first. */
final class EdgeEnds {

    private record Ends(int from, int to) {}

    private final Map<Ends, LocalDate> until = new HashMap<>();

    EdgeEnds(NetworkContent network) {
        for (FirmEdge edge : network.edges()) {
            if (edge.until() != null) {
                until.merge(
                        new Ends(edge.from(), edge.to()),
                        edge.until(),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
    }

    /** {@return the end of each step of a path, along the edges or against them; null where none was told} */
    List<LocalDate> of(FirmPath path, boolean along) {
        List<LocalDate> ends = new ArrayList<>();
        for (int step = 1; step < path.firms().size(); step++) {
            int one = path.firms().get(step - 1);
            int other = path.firms().get(step);
            ends.add(until.get(along ? new Ends(one, other) : new Ends(other, one)));
        }
        return ends;
    }
}
