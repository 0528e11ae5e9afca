package org.finplan.platform.outage.runtime;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** When a disk has too little room for writes. */
@ConfigMapping(prefix = "finplan.storage")
interface StorageConfig {

    /** {@return directories on the disks of the database and the broker, where this program can see them} */
    Optional<List<Path>> directories();

    /** {@return what must be free on each of them; with less, writes are refused} */
    @WithDefault("256M")
    MemorySize leastFree();
}
