package org.finplan.risk.network.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** What others may ask of the stored networks. Works in the transaction of its caller. */
@ApplicationScoped
public class Networks {

    private final NetworkRepository networks;
    private final RegionScope scope;

    Networks(NetworkRepository networks, RegionScope scope) {
        this.networks = networks;
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
        return networks.find(id, scope.readable()).orElseThrow(() -> notFound(id));
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
        return networks.find(id, scope.readable())
                .orElseThrow(() -> NetworkError.UNKNOWN_CODE.at(pointer, id.toString(), List.of()));
    }

    static ProblemException notFound(UUID id) {
        return ProblemException.of(WebError.NOT_FOUND, "没有网络 " + id + "。", "There is no network " + id + ".");
    }
}
