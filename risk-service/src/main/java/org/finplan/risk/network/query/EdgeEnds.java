package org.finplan.risk.network.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.structure.FirmPath;

/** When edges end: of parallel ones the first. */
final class EdgeEnds {

    private final NetworkContent network;

    EdgeEnds(NetworkContent network) {
        this.network = network;
    }

    /** {@return the end of each step of a path, along the edges or against them; null where none was told} */
    List<LocalDate> of(FirmPath path, boolean along) {
        List<LocalDate> ends = new ArrayList<>();
        for (int step = 1; step < path.firms().size(); step++) {
            int one = path.firms().get(step - 1);
            int other = path.firms().get(step);
            ends.add(along ? until(one, other) : until(other, one));
        }
        return ends;
    }

    private LocalDate until(int from, int to) {
        return network.between(from, to).stream()
                .map(FirmEdge::until)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
