package org.finplan.platform.plan;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.access.RegionTree;

/** The plans of a program, read once when it starts, so that a malformed package stops it there and then. */
class PlanBeans {

    @Produces
    @Singleton
    @Startup
    PlanRegister register(@ConfigProperty(name = "finplan.plan.directories") Optional<List<Path>> directories) {
        return PlanRegister.load(directories.orElse(List.of()));
    }

    /** The regions that callers are bound to; a service that opens some of them to every role has a bean of its own. */
    @Produces
    @Singleton
    @DefaultBean
    RegionTree regions(PlanRegister register) {
        return register.regions();
    }
}
