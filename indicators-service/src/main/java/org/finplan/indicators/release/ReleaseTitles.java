package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The titles of releases: the labels of the vintages that they brought. */
@ApplicationScoped
public class ReleaseTitles {

    private final ReleaseRepository releases;

    ReleaseTitles(ReleaseRepository releases) {
        this.releases = releases;
    }

    /**
     * Finds titles in one round trip.
     *
     * @param ids ids of releases whose figures the caller may read
     * @return title by id; unknown ids are left out
     */
    public Map<UUID, String> of(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : releases.titles(ids);
    }
}
