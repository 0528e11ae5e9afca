package org.finplan.platform.plan.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RefusedPackage;
import org.finplan.platform.plan.definition.PlanDefinitions;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.finplan.platform.plan.table.PlanFiles;

/** Reads the bundled packages and those of directories; what is wrong with one keeps no other from being used. */
final class PlanDirectories {

    private static final List<String> BUNDLED = List.of("zq-fin-14fyp");

    private final List<PlanPackage> packages = new ArrayList<>();
    private final List<RefusedPackage> refused = new ArrayList<>();
    /** Where the package of each plan code comes from. */
    private final Map<String, String> sources = new HashMap<>();

    private PlanDirectories() {}

    static PlanDirectories read(Collection<Path> directories) {
        PlanDirectories read = new PlanDirectories();
        for (String code : BUNDLED) {
            read.packages.add(PlanPackageReader.bundled(code));
            read.sources.put(code, "finplan");
        }
        directories.forEach(read::add);
        return read;
    }

    List<PlanPackage> packages() {
        return packages;
    }

    List<RefusedPackage> refused() {
        return refused;
    }

    private void add(Path directory) {
        String source = directory.toAbsolutePath().normalize().toString();
        try {
            PlanPackage read = PlanPackageReader.in(directory);
            String code = read.plan().code();
            FaultList faults = new FaultList();
            String other = sources.get(code);
            if (other != null) {
                faults.add(FaultKind.DUPLICATE_PLAN, PlanFiles.INDICATORS, "/plan/code", List.of(), code, other);
            }
            Set<String> contradicted = packages.stream()
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
            if (faults.isEmpty()) {
                sources.put(code, source);
                packages.add(read);
            } else {
                refused.add(new RefusedPackage(source, faults.all()));
            }
        } catch (PlanPackageException unusable) {
            refused.add(new RefusedPackage(source, unusable.faults()));
        }
    }
}
