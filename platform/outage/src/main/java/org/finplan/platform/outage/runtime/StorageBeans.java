package org.finplan.platform.outage.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.finplan.platform.outage.StorageGuard;

/** The guard with the settings of this program. */
class StorageBeans {

    @Produces
    @Singleton
    StorageGuard guard(StorageConfig config) {
        return new StorageGuard(
                config.directories().orElse(List.of()), config.leastFree().asLongValue());
    }
}
