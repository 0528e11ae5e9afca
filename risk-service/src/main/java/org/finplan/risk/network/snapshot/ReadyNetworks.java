package org.finplan.risk.network.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The networks that were asked for last, with what was worked out of them. They are never changed, so that nothing becomes outdated; how much
 * is kept is bounded by firms and edges, and what memory is short of is let go of. Who may see a network is asked before this is.
 */
@ApplicationScoped
class ReadyNetworks {

    private final Cache<UUID, NetworkContent> ready;

    ReadyNetworks(NetworkConfig config) {
        this.ready = Caffeine.newBuilder()
                .maximumWeight(config.readyAtMost())
                .weigher((UUID id, NetworkContent network) -> weight(network))
                .softValues()
                .executor(Runnable::run)
                .build();
    }

    private static int weight(NetworkContent network) {
        return network.firms().size() + network.edges().size();
    }

    /**
     * Gives a network.
     *
     * @param id its id
     * @param read reads it; of several that ask at once one does
     * @return the network
     */
    NetworkContent get(UUID id, Supplier<NetworkContent> read) {
        return ready.get(id, any -> read.get());
    }

    /** {@return firms and edges of all that are kept} */
    long weight() {
        ready.cleanUp();
        return ready.asMap().values().stream().mapToLong(ReadyNetworks::weight).sum();
    }
}
