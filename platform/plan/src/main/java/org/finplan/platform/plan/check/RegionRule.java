package org.finplan.platform.plan.check;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.table.PlanFiles;

/** A region lies in one city: the plans of another city name it as a reference or not at all. */
@Singleton
public class RegionRule implements PackageRule {

    @Override
    public List<PackageFault> faults(PlanPackage read, List<PlanPackage> others) {
        Map<String, String> cities = new HashMap<>();
        for (PlanPackage other : others) {
            other.regions().stream()
                    .filter(region -> !region.reference())
                    .forEach(region -> cities.putIfAbsent(region.code(), other.city()));
        }
        FaultList faults = new FaultList();
        String own = read.city();
        for (int i = 0; i < read.regions().size(); i++) {
            RegionDefinition region = read.regions().get(i);
            String city = cities.get(region.code());
            if (!region.reference() && city != null && !city.equals(own)) {
                faults.add(
                        FaultKind.REGION_OF_ANOTHER_CITY,
                        PlanFiles.REGIONS,
                        "/regions/" + i + "/code",
                        List.of(),
                        region.code(),
                        city);
            }
        }
        return faults.all();
    }
}
