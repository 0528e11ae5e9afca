package org.finplan.platform.plan.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RefusedPackage;
import org.finplan.platform.plan.check.PackageRule;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.finplan.platform.plan.table.PlanFiles;

/** Reads the bundled packages and those of directories; what is wrong with one keeps no other from being used. */
final class PlanDirectories {

    static final List<String> BUNDLED = List.of("zq-fin-14fyp");

    private final List<SourcePackage> packages = new ArrayList<>();
    private final List<RefusedPackage> refused = new ArrayList<>();
    /** Where the package of each plan code comes from. */
    private final Map<String, String> sources = new HashMap<>();

    private final List<PackageRule> rules;

    private PlanDirectories(List<PackageRule> rules) {
        this.rules = rules;
    }

    static PlanDirectories read(Collection<Path> directories, List<PackageRule> rules) {
        PlanDirectories read = new PlanDirectories(rules);
        for (String code : BUNDLED) {
            read.packages.add(PlanPackageReader.bundled(code));
            read.sources.put(code, "finplan");
        }
        directories.forEach(read::add);
        return read;
    }

    StartPackages found() {
        return new StartPackages(packages, BUNDLED, refused);
    }

    private void add(Path directory) {
        String source = directory.toAbsolutePath().normalize().toString();
        try {
            SourcePackage read = PlanPackageReader.in(directory);
            requireSound(read);
            String code = read.read().plan().code();
            String other = sources.putIfAbsent(code, source);
            if (other == null) {
                packages.add(read);
            } else {
                FaultList faults = new FaultList();
                faults.add(FaultKind.DUPLICATE_PLAN, PlanFiles.INDICATORS, "/plan/code", List.of(), code, other);
                refused.add(new RefusedPackage(source, faults.all()));
            }
        } catch (PlanPackageException unusable) {
            refused.add(new RefusedPackage(source, unusable.faults()));
        }
    }

    private void requireSound(SourcePackage found) {
        List<PlanPackage> others = packages.stream().map(SourcePackage::read).toList();
        List<PackageFault> faults = rules.stream()
                .flatMap(rule -> rule.faults(found.read(), others).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new PlanPackageException(found.files().source(), faults);
        }
    }
}
