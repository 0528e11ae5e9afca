package org.finplan.risk.network.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** What others may ask of the stored networks. Works in the transaction of its caller, or to read in one of its own. */
@ApplicationScoped
public class Networks {

    private final NetworkRepository networks;
    private final NetworkLimits limits;
    private final RegionScope scope;

    Networks(NetworkRepository networks, NetworkLimits limits, RegionScope scope) {
        this.networks = networks;
        this.limits = limits;
        this.scope = scope;
    }

    /**
     * Reads a network.
     *
     * @param id its id
     * @return the network
     * @throws ProblemException 404 {@code not-found} when there is none that the caller sees
     */
    @Transactional
    public NetworkSnapshot get(UUID id) {
        return networks.find(id, scope.readable()).orElseThrow(() -> notFound(id));
    }

    /**
     * Says whose a network is, without reading its content.
     *
     * @param id its id
     * @return code of its city
     * @throws ProblemException 404 {@code not-found} when there is none that the caller sees
     */
    public String region(UUID id) {
        return networks.findView(id, scope.readable()).map(NetworkView::region).orElseThrow(() -> notFound(id));
    }

    /**
     * Reads a network that a request names.
     *
     * @param id its id
     * @param pointer where the request names it
     * @return the network
     * @throws ProblemException 422 {@code unknown-network-code} when there is none that the caller sees
     */
    @Transactional
    public NetworkSnapshot named(UUID id, String pointer) {
        return networks.find(id, scope.readable())
                .orElseThrow(() -> NetworkError.UNKNOWN_CODE.at(pointer, id.toString(), List.of()));
    }

    /**
     * Stores a network that was made and not sent. The same content of the same city is the network that is stored already.
     *
     * @param network the network, its firms in the order of their ids and its edges in {@link FirmEdge#ORDER}
     * @return the stored one
     * @throws ProblemException 413 {@code network-too-large} when it has more firms or edges than are taken
     */
    public NetworkSnapshot keep(NetworkSnapshot network) {
        NetworkContent content = network.content();
        limits.requireFirms(content.firms().size());
        limits.requireEdges(content.edges().size());
        return networks.insert(network)
                ? network
                : networks.findSame(network.region(), content)
                        .flatMap(id -> networks.find(id, RegionSet.ALL))
                        .orElseThrow();
    }

    static ProblemException notFound(UUID id) {
        return ProblemException.of(WebError.NOT_FOUND, "没有网络 " + id + "。", "There is no network " + id + ".");
    }
}
