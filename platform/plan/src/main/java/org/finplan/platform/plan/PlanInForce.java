package org.finplan.platform.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * A plan as it is in force: its package, and what earlier versions of the package said beside it.
 *
 * @param read the package in force
 * @param version number of this version of the package, 1 for the first
 * @param former packages of earlier versions that have what this one lacks, the newest first: what only they name is retired,
 *     that is known by name and closed
 */
public record PlanInForce(PlanPackage read, int version, List<PlanPackage> former) {

    /** Takes the earlier packages as they are now. */
    public PlanInForce {
        former = List.copyOf(former);
    }

    /**
     * The first version of a plan.
     *
     * @param read its package
     * @return the plan, nothing of which is retired
     */
    public static PlanInForce first(PlanPackage read) {
        return new PlanInForce(read, 1, List.of());
    }

    /**
     * What a further version makes of the plan.
     *
     * @param next the package of the further version
     * @param number its number
     * @return the plan as it is then; this package is read beside it when it names what the next one does not
     */
    public PlanInForce followedBy(PlanPackage next, int number) {
        List<PlanPackage> beside = next.retires(read)
                ? Stream.concat(Stream.of(read), former.stream()).toList()
                : former;
        return new PlanInForce(next, number, beside);
    }

    /** {@return code of the plan} */
    public String code() {
        return read.plan().code();
    }
}
