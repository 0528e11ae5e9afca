package org.finplan.indicators.planversion;

import org.finplan.platform.plan.PlanPackage;

/** What a version of a plan package does to figures, targets and formulas when it comes in force. */
public interface VersionEffects {

    /**
     * Puts the version in force, in the transaction that does so. For this thread the
     * {@linkplain org.finplan.platform.plan.PlanRegister register} has the plans as they are with the version.
     *
     * @param before the package in force until now, null when there is none
     * @param read its package
     * @param version the version
     * @throws org.finplan.platform.problem.ProblemException when it cannot come in force: it is abandoned everywhere, with the
     *     detail of the problem as the reason
     */
    void enforce(PlanPackage before, PlanPackage read, PackageVersion version);
}
