package org.finplan.risk.network.ranking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.run.FirmFigures;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.Networks;

/** The network that is being ranked, made ready once for all of its parts: it is never changed. */
@ApplicationScoped
class RankedNetworks {

    private record Ready(UUID network, String joint, LossNetwork losses, List<String> firms) {}

    private final Networks networks;

    @Nullable
    private volatile Ready last;

    RankedNetworks(Networks networks) {
        this.networks = networks;
    }

    /** {@return who loses how much by whose failure, without recovery; read in a transaction of its own} */
    LossNetwork of(RankingPartRepository.Part part) {
        Ready known = last;
        if (known != null
                && known.network().equals(part.network())
                && known.joint().equals(part.joint())) {
            return known.losses();
        }
        JointGuarantees joint = JointGuarantees.find(part.joint()).orElseThrow();
        NetworkContent content = content(part.network());
        LossNetwork losses = FirmFigures.losses(content, joint, 0);
        last = new Ready(part.network(), part.joint(), losses, firms(content));
        return losses;
    }

    /** {@return the ids of the firms of a network, in the order of their numbers} */
    List<String> firms(UUID network) {
        Ready known = last;
        return known != null && known.network().equals(network) ? known.firms() : firms(content(network));
    }

    private NetworkContent content(UUID network) {
        return QuarkusTransaction.requiringNew()
                .call(() -> networks.get(network).content());
    }

    private static List<String> firms(NetworkContent content) {
        return content.firms().stream().map(Firm::id).toList();
    }

    /** Lets go of it. */
    void forget() {
        last = null;
    }
}
