package org.finplan.risk.network.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How large a network may be. */
@ApplicationScoped
public class NetworkLimits {

    private final int firmsAtMost;
    private final int edgesAtMost;

    @Inject
    NetworkLimits(NetworkConfig config) {
        this(config.firmsAtMost(), config.edgesAtMost());
    }

    /**
     * Limits.
     *
     * @param firmsAtMost most firms of a network
     * @param edgesAtMost most edges of a network
     */
    public NetworkLimits(int firmsAtMost, int edgesAtMost) {
        this.firmsAtMost = firmsAtMost;
        this.edgesAtMost = edgesAtMost;
    }

    /**
     * Refuses a network that has too many firms.
     *
     * @param size how many firms there are; when it is still being read so far, or more
     * @throws org.finplan.platform.problem.ProblemException 413 {@code network-too-large}
     */
    public void requireFirms(int size) {
        require("/nodes", size, firmsAtMost);
    }

    /**
     * Refuses a network that has too many edges.
     *
     * @param size how many edges there are; when it is still being read so far, or more
     * @throws org.finplan.platform.problem.ProblemException 413 {@code network-too-large}
     */
    public void requireEdges(int size) {
        require("/edges", size, edgesAtMost);
    }

    private static void require(String pointer, int size, int most) {
        if (size > most) {
            throw NetworkError.TOO_LARGE.at(pointer, Integer.toString(size), List.of("0.." + most));
        }
    }
}
