package org.finplan.indicators.loading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.finplan.indicators.planversion.PackageVersion;
import org.finplan.indicators.planversion.VersionEffects;
import org.finplan.platform.plan.PlanPackage;
import org.jboss.logging.Logger;

/** Brings versions of plan packages in: what they say otherwise than what is stored follows them. */
@ApplicationScoped
public class PlanLoader implements VersionEffects {

    private static final Logger LOG = Logger.getLogger(PlanLoader.class);

    private final PackageEntry entry;

    PlanLoader(PackageEntry entry) {
        this.entry = entry;
    }

    @Override
    public void enforce(PlanPackage before, PlanPackage read, PackageVersion version) {
        load(new PackageChange(before, read, version.version(), version.reason(), version.author()));
    }

    /**
     * Brings a version of a package in.
     *
     * @param change the version
     * @return what it did
     * @throws org.finplan.platform.problem.ProblemException 409 when the plan has ended and would be held against less, or is
     *     archived
     */
    @Transactional
    public PackageEffects load(PackageChange change) {
        if (change.version() > 1) {
            entry.check(change);
        }
        PackageEffects effects = entry.enter(change);
        LOG.infof("plan %s: %s", change.plan(), effects.summary());
        return effects;
    }
}
