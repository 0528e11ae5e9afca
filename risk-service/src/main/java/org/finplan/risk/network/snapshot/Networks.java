package org.finplan.risk.network.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** What others may ask of the stored networks. Works in the transaction of its caller; who has none reads in short ones. */
@ApplicationScoped
public class Networks {

    private final NetworkRepository networks;
    private final ReadyNetworks ready;
    private final NetworkLimits limits;
    private final RegionScope scope;

    Networks(NetworkRepository networks, ReadyNetworks ready, NetworkLimits limits, RegionScope scope) {
        this.networks = networks;
        this.ready = ready;
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
    public NetworkSnapshot get(UUID id) {
        return find(id, scope.readable()).orElseThrow(() -> notFound(id));
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
    public NetworkSnapshot named(UUID id, String pointer) {
        return find(id, scope.readable())
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
                        .flatMap(id -> find(id, RegionSet.ALL))
                        .orElseThrow();
    }

    /** Who may see it is asked of the database each time; what it consists of is read when it is not ready in memory. */
    private Optional<NetworkSnapshot> find(UUID id, RegionSet readable) {
        return networks.findView(id, readable)
                .map(view -> new NetworkSnapshot(
                        id,
                        view.region(),
                        ready.get(id, () -> content(view)),
                        view.parallel(),
                        view.notInForce(),
                        view.recordedBy(),
                        view.recordedAt()));
    }

    private NetworkContent content(NetworkView view) {
        CompactNetwork.Columns columns = networks.kept(view.id()).read();
        return new NetworkContent(
                NetworkKind.find(view.kind()).orElseThrow(),
                view.asOf(),
                view.synthetic(),
                columns.firms(),
                columns.edges());
    }

    static ProblemException notFound(UUID id) {
        return ProblemException.of(WebError.NOT_FOUND, "没有网络 " + id + "。", "There is no network " + id + ".");
    }
}
