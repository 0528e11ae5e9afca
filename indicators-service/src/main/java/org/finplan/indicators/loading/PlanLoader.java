package org.finplan.indicators.loading;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Loads each plan package once. A package that was loaded before is left alone, and what a changed one says otherwise follows it. Two instances that start at once wait for
 * each other at the locks of the series.
 */
@ApplicationScoped
public class PlanLoader {

    private static final Logger LOG = Logger.getLogger(PlanLoader.class);

    private final PlanRegister register;
    private final PackageEntry entry;
    private final LoadedPlanRepository loaded;
    private final RecordingTime time;

    PlanLoader(PlanRegister register, PackageEntry entry, LoadedPlanRepository loaded, RecordingTime time) {
        this.register = register;
        this.entry = entry;
        this.loaded = loaded;
        this.time = time;
    }

    @Transactional
    void start(@Observes StartupEvent event) {
        register.packages().forEach(this::load);
    }

    /**
     * Loads a package as the suite found it at its start. One that makes it easier to meet a plan that has ended changes
     * nothing, and the log says why.
     *
     * @param read the package
     * @return what it did
     */
    @Transactional
    public PackageEffects load(PlanPackage read) {
        PackageChange change = PackageChange.found(read);
        if (loaded.newest(change.plan()).filter(read.fingerprint()::equals).isPresent()) {
            return PackageEffects.NONE;
        }
        try {
            entry.check(change);
        } catch (ProblemException refused) {
            LOG.errorf("plan %s stays as it was: %s", change.plan(), refused.getMessage());
            return PackageEffects.NONE;
        }
        return load(change);
    }

    /**
     * Brings a version of a package into force.
     *
     * @param change the version
     * @return what it did
     */
    @Transactional
    public PackageEffects load(PackageChange change) {
        PackageEffects effects = entry.enter(change);
        loaded.add(change.plan(), change.after().fingerprint(), time.now());
        LOG.infof("plan %s: %s", change.plan(), effects.summary());
        return effects;
    }
}
