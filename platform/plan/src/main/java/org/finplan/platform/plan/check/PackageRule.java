package org.finplan.platform.plan.check;

import java.util.List;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.fault.PackageFault;

/** What a program asks of a plan package beyond what every program does: a bean of this type is heard before a package is used. */
public interface PackageRule {

    /**
     * Finds what is wrong with a package.
     *
     * @param read the package, in which every program found nothing
     * @param others the packages that are used beside it; a code that they define first is theirs
     * @return what is wrong with it, in the order of its files
     */
    List<PackageFault> faults(PlanPackage read, List<PlanPackage> others);
}
