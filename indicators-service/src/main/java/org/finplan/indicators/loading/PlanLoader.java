package org.finplan.indicators.loading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.finplan.indicators.planchange.PlanHistory;
import org.finplan.indicators.planversion.PackageVersion;
import org.finplan.indicators.planversion.VersionEffects;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** Brings versions of plan packages in: what they say otherwise than what is stored follows them. */
@ApplicationScoped
public class PlanLoader implements VersionEffects {

    private static final Logger LOG = Logger.getLogger(PlanLoader.class);

    private final PackageEntry entry;
    private final PlanHistory changes;

    PlanLoader(PackageEntry entry, PlanHistory changes) {
        this.entry = entry;
        this.changes = changes;
    }

    @Override
    public void enforce(PlanPackage before, PlanPackage read, PackageVersion version) {
        load(new PackageChange(before, read, version.version(), version.reason(), version.author()));
        changes.keep(before, read, version.version());
    }

    /**
     * Says what a version would do, with the register as it is with the version.
     *
     * @param change the version
     * @return what it would do
     * @throws ProblemException 409 when the plan has ended and would be held against less, or is archived
     */
    public PackageEffects preview(PackageChange change) {
        return entry.check(change);
    }

    /**
     * Brings a version of a package in.
     *
     * @param change the version
     * @return what it did
     * @throws ProblemException 409 when the plan has ended and would be held against less, or is
     *     archived
     */
    @Transactional
    public PackageEffects load(PackageChange change) {
        PackageEffects effects = entry.enter(change);
        LOG.infof("plan %s: %s", change.plan(), effects.summary());
        return effects;
    }
}
