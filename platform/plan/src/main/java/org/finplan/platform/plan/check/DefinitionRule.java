package org.finplan.platform.plan.check;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.definition.PlanDefinitions;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.table.PlanFiles;

/** The plans that are used beside each other say one thing of what a series counts. */
@Singleton
public class DefinitionRule implements PackageRule {

    @Override
    public List<PackageFault> faults(PlanPackage read, List<PlanPackage> others) {
        FaultList faults = new FaultList();
        Set<String> contradicted = others.stream()
                .map(PlanPackage::definitions)
                .reduce(PlanDefinitions.NONE, PlanDefinitions::and)
                .contradictedBy(read.definitions());
        if (!contradicted.isEmpty()) {
            faults.add(
                    FaultKind.DEFINITIONS_CONTRADICT,
                    PlanFiles.DEFINITIONS,
                    "/definitions",
                    List.of(),
                    String.join(", ", contradicted));
        }
        return faults.all();
    }
}
