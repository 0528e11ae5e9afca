package org.finplan.platform.plan.reading;

import java.util.List;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RefusedPackage;

/**
 * The packages that a program finds when it starts.
 *
 * @param packages those that can be used, the bundled ones first
 * @param bundled plan codes of those that come with the suite
 * @param refused those that were asked for and cannot be used
 */
public record StartPackages(List<SourcePackage> packages, List<String> bundled, List<RefusedPackage> refused) {

    /** Takes the packages as they are now. */
    public StartPackages {
        packages = List.copyOf(packages);
        bundled = List.copyOf(bundled);
        refused = List.copyOf(refused);
    }

    /** {@return a register of them, each the first version of its plan} */
    public PlanRegister register() {
        return new PlanRegister(packages.stream().map(SourcePackage::read).toList(), refused);
    }
}
