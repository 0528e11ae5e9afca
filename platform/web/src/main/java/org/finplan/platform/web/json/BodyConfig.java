package org.finplan.platform.web.json;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** How long bodies may be. */
@ConfigMapping(prefix = "finplan.body")
interface BodyConfig {

    /** {@return the longest body of an operation that is not named below; that of the framework when absent} */
    Optional<MemorySize> limit();

    /** {@return operations that take longer ones, by names that mean nothing} */
    Map<String, Larger> larger();

    /** An operation that takes longer bodies. */
    interface Larger {

        /** {@return its path, exactly} */
        String path();

        /** {@return its longest body; no longer than the framework's} */
        MemorySize limit();
    }
}
