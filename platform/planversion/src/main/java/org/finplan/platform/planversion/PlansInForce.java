package org.finplan.platform.planversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.finplan.platform.plan.PlanInForce;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.StartPackages;

/** The plans of this instance, read from the versions in its database; each package is read once. */
@ApplicationScoped
public class PlansInForce {

    private final PackageStore store;
    private final PlanRegister register;
    private final List<String> bundled;
    /** By fingerprint. */
    private final Map<String, PlanPackage> read = new ConcurrentHashMap<>();

    private List<StoredVersion> followed = List.of();

    PlansInForce(PackageStore store, PlanRegister register, StartPackages atStart) {
        this.store = store;
        this.register = register;
        this.bundled = atStart.bundled();
        register.packages().forEach(found -> read.put(found.fingerprint(), found));
    }

    /** Takes what the database says, unless it was taken already. */
    synchronized void follow(List<StoredVersion> current) {
        List<StoredVersion> named = current.stream()
                .filter(StoredVersion::named)
                .map(StoredVersion::asNamed)
                .toList();
        if (named.equals(followed)) {
            return;
        }
        Map<String, List<StoredVersion>> byPlan = named.stream()
                .collect(Collectors.groupingBy(
                        StoredVersion::plan, () -> new TreeMap<>(bundledFirst()), Collectors.toList()));
        List<PlanInForce> plans = new ArrayList<>();
        byPlan.values().forEach(versions -> plans.addAll(plan(versions)));
        register.follow(plans);
        followed = named;
        read.keySet().retainAll(current.stream().map(StoredVersion::fingerprint).collect(Collectors.toSet()));
    }

    private Comparator<String> bundledFirst() {
        return Comparator.comparing((String plan) -> !bundled.contains(plan)).thenComparing(Comparator.naturalOrder());
    }

    /** None while the first version is still being prepared. */
    private List<PlanInForce> plan(List<StoredVersion> versions) {
        List<PlanPackage> former = versions.stream()
                .filter(version -> version.state() == PackageVersionState.SUPERSEDED)
                .sorted(Comparator.comparingInt(StoredVersion::version).reversed())
                .map(this::read)
                .toList();
        return versions.stream()
                .filter(version -> version.state() == PackageVersionState.IN_FORCE)
                .map(version -> new PlanInForce(read(version), version.version(), former))
                .toList();
    }

    /**
     * Reads the package of a version.
     *
     * @param version a version that is complete
     * @return its package
     * @throws org.finplan.platform.plan.fault.PlanPackageException when something is wrong with it
     */
    public PlanPackage read(StoredVersion version) {
        PlanPackage known = read.get(version.fingerprint());
        if (known != null) {
            return known;
        }
        byte[] archive = store.archive(version.plan(), version.version()).orElseThrow();
        PlanPackage found = PlanPackages.of(version.plan() + " " + version.version(), PackageArchive.unpack(archive))
                .read();
        read.put(found.fingerprint(), found);
        return found;
    }
}
