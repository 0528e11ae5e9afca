package org.finplan.platform.planversion;

import org.finplan.platform.plan.reading.SourcePackage;

/** What a program does about versions of plan packages. One bean in each program; the {@link PlanFollower} calls it. */
public interface VersionStep {

    /**
     * Deals with a package that the program found when it started.
     *
     * @param found the package
     * @param bundled whether it comes with the suite, and so is known to every program
     */
    void found(SourcePackage found, boolean bundled);

    /**
     * Goes on with a version that is not dealt with yet.
     *
     * @param version the version
     * @return whether anything changed
     */
    boolean advance(StoredVersion version);
}
