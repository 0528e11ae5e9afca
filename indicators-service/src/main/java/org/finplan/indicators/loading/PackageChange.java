package org.finplan.indicators.loading;

import org.finplan.platform.plan.PlanPackage;

/**
 * A version of a plan package on its way into force.
 *
 * @param before the version in force, null when there is none or it is not known
 * @param after the new version
 * @param version its number, 1 for the first
 * @param reason why it follows the one before, null for a first one
 * @param author who published it, null when the suite found it at its start
 */
public record PackageChange(PlanPackage before, PlanPackage after, int version, String reason, String author) {

    private static final String MARK = "plan:";

    /**
     * A package as the suite finds it at its start.
     *
     * @param read the package
     * @return the change that brings it
     */
    static PackageChange found(PlanPackage read) {
        return new PackageChange(null, read, 1, "规划套件有更改 / the plan package has changed", null);
    }

    /** {@return code of the plan} */
    public String plan() {
        return after.plan().code();
    }

    /**
     * Who records what it brings: the plan, the version of its package and who published that, such as
     * {@code plan:zq-fin-14fyp@3:city-admin}; of a first version the plan alone.
     *
     * @return the name
     */
    String recordedBy() {
        return author == null ? MARK + plan() : MARK + plan() + "@" + version + ":" + author;
    }

    /**
     * Whether a version of something came from a package of this plan.
     *
     * @param recordedBy who recorded it
     * @return whether it did
     */
    boolean brought(String recordedBy) {
        String own = MARK + plan();
        return recordedBy.equals(own) || recordedBy.startsWith(own + "@");
    }
}
