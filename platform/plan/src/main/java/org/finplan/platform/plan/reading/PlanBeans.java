package org.finplan.platform.plan.reading;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RefusedPackage;
import org.finplan.platform.plan.check.PackageRule;
import org.jboss.logging.Logger;

/**
 * The plans that a program starts with. A further package that cannot be used keeps nobody from starting: the log
 * and the health of the program say what is wrong with it.
 */
class PlanBeans {

    private static final Logger LOG = Logger.getLogger(PlanBeans.class);
    private static final int MOST_REASONS = 20;

    @Produces
    @Singleton
    StartPackages packages(
            @ConfigProperty(name = "finplan.plan.directories") Optional<List<Path>> directories,
            Instance<PackageRule> rules) {
        StartPackages packages = PlanPackages.atStart(
                directories.orElse(List.of()), rules.stream().toList());
        for (RefusedPackage refused : packages.refused()) {
            for (String reason : refused.reasons(MOST_REASONS, true)) {
                LOG.errorf("plan package %s is not used: %s", refused.directory(), reason);
            }
        }
        return packages;
    }

    @Produces
    @Singleton
    @Startup
    PlanRegister register(StartPackages packages) {
        return packages.register();
    }

    /** The regions that callers are bound to. */
    @Produces
    @Singleton
    @DefaultBean
    RegionTree regions(PlanRegister register) {
        return new RegisteredRegions(register);
    }
}
